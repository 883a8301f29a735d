//! What a caller is told who has a user, or has none.

use actix_web::http::Method;
use portcullis::{Cause, Outcome};

use crate::served::{ask, get};
use crate::users::Does;

const FAILURES: [(Does, u16, Cause); 5] = [
    (Does::FindNobody, 401, Cause::Rejected),
    (Does::FindDisabled, 401, Cause::Rejected),
    (Does::Fail, 503, Cause::Unavailable),
    (Does::Panic, 500, Cause::Failed),
    (Does::PanicAtOnce, 500, Cause::Failed),
];

#[actix_web::test]
async fn a_user_is_there() {
    let told = get(Does::Find, "/me", "eve").await;
    assert_eq!((told.status, &*told.body), (200, r#"{"name":"eve","disabled":false}"#));
    assert_eq!(told.asked, ["eve of urn:portcullis:scheme:spelled"]);
    assert_eq!(told.outcomes, [Outcome::Entered { known: true }]);
}

#[actix_web::test]
async fn each_failure_has_its_answer_and_its_event() {
    for (does, status, cause) in FAILURES {
        for path in ["/me", "/twice", "/some", "/option", "/result", "/either"] {
            let told = get(does, path, "eve").await;
            assert_eq!(told.status, status, "{does:?} {path} {}", told.body);
            let challenge = r#"Spelled realm=\"api\", error=\"invalid_token\""#;
            assert_eq!(told.headers.contains(challenge), status == 401, "{}", told.headers);
            let retry = told.headers.contains(r#""retry-after""#);
            assert_eq!(retry, status == 503, "{}", told.headers);
            assert!(told.headers.contains("application/problem+json"), "{}", told.headers);
            assert!(!told.body.contains("database"), "{}", told.body);
            let entered = Outcome::Entered { known: true };
            assert_eq!(told.outcomes, [entered, Outcome::Denied(cause)], "{does:?} {path}");
        }
    }
}

#[actix_web::test]
async fn nobody_is_loaded_who_may_not_enter() {
    for (caller, status) in
        [(None, 401), (Some("forged"), 401), (Some("unavailable"), 503), (Some("eve"), 403)]
    {
        let told = ask(Does::Find, Method::GET, "/staff", caller).await;
        assert_eq!((told.status, told.asked.len()), (status, 0), "{caller:?}");
    }
    assert_eq!(get(Does::FindNobody, "/staff", "eve; role=Staff").await.status, 401);
    assert_eq!(get(Does::Find, "/staff", "eve; role=Staff").await.status, 200);
}

#[actix_web::test]
async fn where_everyone_may_enter_a_handler_can_still_take_a_user() {
    let told = ask(Does::Find, Method::POST, "/some", Some("eve")).await;
    assert_eq!((told.status, &*told.body), (200, "eve"));
    for caller in [None, Some("forged"), Some("unavailable")] {
        let told = ask(Does::Find, Method::POST, "/some", caller).await;
        assert_eq!((told.status, told.asked.len()), (401, 0), "{caller:?}");
        assert!(told.headers.contains(r#"Spelled realm=\"api\""#), "{}", told.headers);
    }
    for (does, status, _) in FAILURES {
        let told = ask(does, Method::POST, "/some", Some("eve")).await;
        assert_eq!(told.status, status, "{does:?}");
    }
}
