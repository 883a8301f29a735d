//! Policies as items, across modules; asked by an endpoint and inside a handler.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Portcullis, Principal, Rule, endpoint, policy, test};
use portcullis_tests::Spelled;

mod shop {
    use portcullis::policy;

    policy! {
        /// Whoever runs a store.
        pub(super) ManagersOnly = role("Manager") && claim("ManagerID");

        pub(super) Stock = policy(ManagersOnly) || permission("stock") && !policy(Suspended);
        Suspended = claim("suspended", true)
    }
}

use shop::{ManagersOnly, Stock};

#[endpoint(get = "/stock", policies(shop::Stock))]
async fn stock(caller: Principal) -> String {
    caller.allows(&ManagersOnly).to_string()
}

#[endpoint(get = "/either", require(policy(ManagersOnly) || policy("Registered")))]
async fn either(caller: Principal) -> String {
    format!("{} {}", caller.allows(&Rule::policy("Registered")), caller.role("x").allows(&Stock))
}

#[expect(clippy::unwrap_used, reason = "a set-up of a test")]
fn portcullis() -> Portcullis {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    builder.policy("Registered", Stock & !Rule::role("Manager")).build().unwrap()
}

async fn ask(path: &str, caller: test::Caller) -> (u16, String) {
    let app = init_service(App::new().configure(portcullis().mount())).await;
    let request = caller.call(TestRequest::with_uri(path).to_request());
    let response = call_service(&app, request).await;
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

/// The policies as one would say them aloud, over every caller.
#[actix_web::test]
async fn a_policy_item_means_what_it_says() {
    for have in 0_u8..16 {
        let [manager, id, stocker, suspended] = [1, 2, 4, 8].map(|bit| have & bit != 0);
        let mut caller = test::caller().claim("suspended", suspended);
        caller = if manager { caller.role("Manager") } else { caller };
        caller = if id { caller.claim("ManagerID", 7) } else { caller };
        caller = if stocker { caller.permission("stock") } else { caller };

        let managers_only = manager && id;
        let may_change = managers_only || (stocker && !suspended);
        let (status, text) = ask("/stock", caller.clone()).await;
        assert_eq!(status, if may_change { 200 } else { 403 }, "{have:04b}");
        if may_change {
            assert_eq!(text, managers_only.to_string(), "{have:04b}");
        }
        let registered = may_change && !manager;
        let (status, _) = ask("/either", caller).await;
        let may = managers_only || registered;
        assert_eq!(status, if may { 200 } else { 403 }, "{have:04b}");
    }
}

#[actix_web::test]
async fn what_cannot_be_judged_is_not_allowed() {
    let manager = test::caller().role("Manager").claim("ManagerID", 7);
    // A policy's name alone says nothing inside a handler; a changed principal is nobody.
    assert_eq!(ask("/either", manager).await, (200, "false false".to_owned()));
    assert!(!Principal::new("unseen").role("Manager").claim("ManagerID", 7).allows(&ManagersOnly));
    policy!(Unknown = !policy("nowhere"));
    assert!(!Principal::new("unseen").allows(&Unknown));
}
