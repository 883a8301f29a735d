//! Vocabularies of every kind in a crate that denies whatever can be denied.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]

use std::borrow::Cow;

/// Where the runtime is.
mod framework {
    pub(crate) use portcullis as auth;
}

/// Names of ours that mean something else here.
#[allow(non_upper_case_globals, dead_code, reason = "names like ours")]
mod names {
    use portcullis::Vocabulary;

    const text: &str = "";
    const name: &str = "";
    struct String;
    struct Result;
    struct Option;
    trait Display {}

    /// Roles.
    #[derive(Clone, Copy, Debug, PartialEq, Vocabulary)]
    #[vocabulary(role, rename_all = "snake_case")]
    pub(crate) enum Role {
        /// Everything.
        Admin = 7,
        SalesManager = 3,
        #[deprecated(note = "ask for managers")]
        Boss,
        r#Type,
        #[cfg(any())]
        Nobody,
    }

    /// A single scope, of a type that cannot be copied.
    #[derive(Vocabulary)]
    #[vocabulary(scope, crate = crate::framework::auth)]
    pub(crate) enum Scope {
        #[vocabulary(rename = "docs:read")]
        Read,
    }
}

use names::{Role, Scope};

#[derive(portcullis::Vocabulary)]
#[vocabulary(permission)]
enum Permission {
    Write,
}

use Permission::Write as ToWrite;

#[derive(portcullis::Vocabulary)]
#[vocabulary(claim)]
#[vocabulary(rename_all = "SCREAMING-KEBAB-CASE")]
enum Claim {
    AdminId,
}

/// Says hello.
#[portcullis::endpoint(
    get = "/a",
    roles(Role::Admin, Role::SalesManager),
    permissions_all(ToWrite),
    claims(Claim::AdminId = "7", "Type"),
    require(role(Role::r#Type) || claim(Claim::AdminId, 3) || !scope(Scope::Read))
)]
pub(crate) async fn hello() -> &'static str {
    "hello"
}

const ADMIN: &str = Role::Admin.as_str();

fn main() {
    assert_eq!(ADMIN, "admin");
    assert_eq!(Role::ALL.len(), 4);
    assert_eq!(Role::ALL[3].as_str(), "type");
    assert_eq!(Role::Admin as u8, 7);
    let _ = (String::from(Role::SalesManager), Cow::from(Scope::Read), Claim::AdminId.to_string());

    #[derive(portcullis::Vocabulary)]
    #[vocabulary(role)]
    enum Inside {
        Inner,
    }
    assert_eq!(Inside::Inner.as_ref(), "Inner");
}
