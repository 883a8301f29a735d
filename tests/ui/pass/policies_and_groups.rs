//! Policies and groups across modules, in a crate that denies whatever can be denied.
#![forbid(unsafe_code)]
#![deny(warnings, deprecated, missing_docs, unreachable_pub, unused_qualifications)]

use actix_web::web;
use portcullis::{Principal, Rule, endpoint};

/// Where the runtime is.
mod framework {
    pub(crate) use portcullis as auth;
}

mod policies {
    use portcullis::{Vocabulary, policy};

    #[derive(Clone, Copy, Vocabulary)]
    #[vocabulary(role)]
    pub(crate) enum Role {
        Manager,
        Clerk,
    }

    policy! {
        /// Whoever runs a store.
        ///
        /// Deputies do not.
        pub(crate) ManagersOnly = role(Role::Manager) && claim("ManagerID");

        pub(super) Staff = policy(ManagersOnly) || role(Role::Clerk) && !policy(Suspended);
        Suspended = claim("suspended", true);

        #[cfg(any())]
        pub(crate) Nowhere = policy(not::even::there);

        #[cfg(all())]
        #[allow(dead_code, reason = "nobody asks for it")]
        pub(in crate::policies) r#Type = role(Role::Clerk)
    }

    pub(crate) mod stock {
        use super::super::framework::auth;

        auth::policy! {
            crate = crate::framework::auth;
            /// Whoever may change what there is.
            pub(crate) Stock = policy(super::ManagersOnly)
                || permission("stock:write") && policy(crate::policies::Staff);
        }
    }
}

mod groups {
    use portcullis::group;

    use crate::policies::Staff;

    group!(
        /// What tenants do for themselves.
        pub(crate) TENANT = "/tenants/{tenant}", claims("tenant"), tags("tenants")
    );

    group!(pub(crate) SHOP = "/shops/{shop}", group = TENANT, policies(Staff));

    group!(pub(crate) r#TYPE = "", group = SHOP, schemes("jwt", "cookie"),);

    group!(pub(super) OPEN = "/open", require(policy(Staff) || policy("Partner")), allow_anonymous);

    group!(
        #[cfg(any())]
        pub(crate) NOWHERE = "/nowhere",
        policies(not::even::there)
    );

    crate::framework::auth::group! {
        pub(crate) ELSEWHERE = "/elsewhere", crate = crate::framework::auth, roles("Auditor")
    }
}

use groups::{OPEN, SHOP, TENANT};
use policies::{ManagersOnly, stock};

/// The tenant itself.
#[endpoint(get = "", group = TENANT)]
pub(crate) async fn tenant(tenant: web::Path<String>) -> String {
    tenant.into_inner()
}

/// As many parameters as there are in all prefixes and the path.
#[endpoint(put = "/stock/{id}", group = SHOP, policies(stock::Stock))]
pub(crate) async fn change(path: web::Path<(String, String, u32)>, caller: Principal) -> String {
    format!("{} of {}: {}", path.2, path.1, caller.allows(&ManagersOnly))
}

/// What the group demands already is said again, on purpose.
#[endpoint(get = "/a", group = groups::TYPE, schemes("jwt"), claims("tenant"), accept(redundant))]
pub(crate) async fn said_twice() -> &'static str {
    "hello"
}

/// A policy that another one implies, on purpose.
#[endpoint(get = "/b", policies(ManagersOnly, stock::Stock), accept(redundant))]
pub(crate) async fn implied() -> &'static str {
    "hello"
}

/// Open by the group's own word.
#[endpoint(get = "/c", post = "/c", group = OPEN, anonymous(GET))]
pub(crate) async fn half_open() -> &'static str {
    "hello"
}

/// By a runtime of another name.
#[framework::auth::endpoint(
    get = "/d",
    group = groups::ELSEWHERE,
    require(policy(ManagersOnly) || policy(stock::Stock)),
    crate = crate::framework::auth
)]
pub(crate) async fn elsewhere() -> &'static str {
    "hello"
}

const EITHER: [Rule; 2] = [ManagersOnly, stock::Stock];

fn main() {
    let [managers, stock] = EITHER;
    assert_eq!(managers.to_string(), "policy(ManagersOnly)");
    assert_eq!((managers | stock).to_string(), "policy(ManagersOnly) || policy(Stock)");
    assert_eq!(groups::TYPE.name(), "TYPE");

    portcullis::policy!(inside = role("Here"));
    portcullis::group!(INSIDE = "/inside", policies(inside));
    assert_eq!(INSIDE.name(), "INSIDE");
}
