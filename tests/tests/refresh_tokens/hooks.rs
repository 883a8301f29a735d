//! What the application is asked, and what its failures cost.

use crate::service::Fault;
use crate::site::{PATH, Reply, Site};

#[actix_web::test]
async fn hooks_are_asked_in_the_order_of_the_seed() {
    let site = Site::new();
    let first = site.token().await;
    let asked = site.service.asked();
    let persisted = format!("persist user-id-001 {first}");
    assert_eq!(asked, ["before_login user-id-001", "after_login user-id-001", &persisted]);
    let form = [("refresh_token", &*first), ("device", "phone")];
    let reply = Reply::of(site.server.post(PATH).send_form(&form).await.unwrap()).await;
    let persisted = format!("persist user-id-001 {}", reply.text_of("refresh_token"));
    let expected = [
        "validate phone",
        "renewal_privileges user-id-001",
        "before_renewal user-id-001",
        "after_renewal user-id-001",
        &persisted,
    ];
    assert_eq!(site.service.asked(), expected);
    // Who comes later is told to the application with what it gets.
    site.refresh(&first).await;
    assert_eq!(*site.service.asked().last().unwrap(), persisted);
}

#[actix_web::test]
async fn a_hook_that_fails_consumes_nothing() {
    let site = Site::new();
    let hooks = ["validate", "renewal_privileges", "before_renewal", "after_renewal", "persist"];
    let token = site.token().await;
    for hook in hooks {
        for (fault, status) in [(Fault::Refuse, 400), (Fault::Fail, 503), (Fault::Panic, 500)] {
            site.service.fail_at(Some((hook, fault)));
            let reply = site.refresh(&token).await;
            assert_eq!(reply.status, status, "{hook} {fault:?}: {}", reply.text);
            assert_eq!(reply.header("retry-after").is_some(), status == 503);
            assert!(!reply.text.contains("database"), "{}", reply.text);
        }
    }
    site.service.fail_at(None);
    // Later than any window: it was never spent.
    site.clock.set(60);
    site.next(&token).await;
}

#[actix_web::test]
async fn a_user_who_is_gone_loses_the_login() {
    for hook in ["validate", "renewal_privileges", "before_renewal", "after_renewal", "persist"] {
        let site = Site::new();
        let token = site.token().await;
        site.service.fail_at(Some((hook, Fault::Withdraw)));
        assert!(site.refuses(&token).await);
        site.service.fail_at(None);
        assert!(site.refuses(&token).await, "{hook}");
    }
}

#[actix_web::test]
async fn a_login_that_a_hook_stops_leaves_nothing_behind() {
    let site = Site::new();
    for hook in ["before_login", "after_login", "persist"] {
        let faults =
            [(Fault::Refuse, 403), (Fault::Withdraw, 403), (Fault::Fail, 503), (Fault::Panic, 500)];
        for (fault, status) in faults {
            site.service.fail_at(Some((hook, fault)));
            assert_eq!(site.login().await.status, status, "{hook} {fault:?}");
        }
    }
    let logins = site.portcullis.logins();
    let user = logins.user("user-id-001").unwrap();
    assert_eq!(logins.list(&user).await.unwrap(), []);
}

#[actix_web::test]
async fn hooks_add_claims_and_members_but_take_no_name() {
    let site = Site::new();
    let login = site.login().await;
    assert_eq!(login.json()["user"], "user-id-001");
    let logins = site.portcullis.logins();
    for name in ["sid", "jti", "exp", "sub", "roles"] {
        let error = logins.issue("ada", |user| user.claim(name, "x")).await.unwrap_err();
        assert_eq!(actix_web::ResponseError::status_code(&error), 500, "{name}");
    }
    let mut response = logins.issue("ada", |user| user).await.unwrap();
    for name in ["access_token", "token_type", "expires_in", "refresh_token", "scope"] {
        assert!(response.insert(name, "x").is_err());
    }
    response.insert("mine", 1).unwrap();
    assert_eq!(serde_json::to_value(&response).unwrap()["mine"], 1);
}
