//! What becomes of a caller, by what the function returns.

use std::io;

use actix_web::http::Method;
use actix_web::rt::task::yield_now;
use portcullis::{Found, IntoScheme, Principal, Transformed};
use portcullis_tests::Spelled;

use crate::served::{ask, get, portcullis};

fn dead() -> io::Error {
    io::Error::other("the database is down")
}

#[expect(clippy::panic, reason = "a function of the application that is broken")]
fn broken(_: Principal) -> Principal {
    panic!("a function of the application panicked")
}

#[actix_web::test]
async fn a_caller_is_enriched() {
    let told = get(Spelled.transform(|it: Principal| it.role("Admin")), "/admin", "eve").await;
    assert_eq!((told.status, &*told.body), (200, "eve"));
    let told = get(Spelled.transform(|it: Principal| it.role("Clerk")), "/admin", "eve").await;
    assert_eq!(told.status, 403);
}

#[actix_web::test]
async fn a_caller_is_mapped() {
    let mapped = Spelled.transform(|it: Principal| Principal::new(format!("{}@home", it.id())));
    let told = get(mapped, "/me", "eve; role=Admin").await;
    assert_eq!(told.body, "eve@home of urn:portcullis:scheme:spelled as [] by spelled");
}

#[actix_web::test]
async fn a_role_that_is_added_can_refuse() {
    let suspended = || Spelled.transform(|it: Principal| it.role("Suspended"));
    assert_eq!(get(Spelled, "/clean", "eve").await.status, 200);
    assert_eq!(get(suspended(), "/clean", "eve").await.status, 403);
}

#[actix_web::test]
async fn several_run_in_the_order_in_which_they_are_written() {
    let scheme = Spelled
        .transform(|it: Principal| it.role("One"))
        .transform_async(async |it: Principal| {
            yield_now().await;
            it.role("Two")
        })
        .transform(|it: Principal| it.role("Three"));
    let told = get(scheme, "/me", "eve").await;
    assert!(told.body.contains("[One,Two,Three]"), "{}", told.body);
}

/// Each way to answer, from functions that answer at once and from those that wait.
fn schemes() -> [(&'static str, Transformed<Spelled>, u16); 10] {
    [
        ("none", Spelled.transform(|_| None), 401),
        ("nothing", Spelled.transform(|_| Found::Nothing), 401),
        ("rejected", Spelled.transform(|_| Found::rejected("no")), 401),
        ("error", Spelled.transform(|_| Err::<Principal, _>(dead())), 503),
        ("panic", Spelled.transform(broken), 500),
        ("some", Spelled.transform(|it| Ok::<_, io::Error>(Some(it))), 200),
        ("none later", Spelled.transform_async(async |_| Ok::<_, io::Error>(None)), 401),
        ("error later", Spelled.transform_async(async |_| Err::<Principal, _>(dead())), 503),
        ("panic later", Spelled.transform_async(async |it| broken(it)), 500),
        ("some later", Spelled.transform_async(async |it: Principal| Some(it)), 200),
    ]
}

#[actix_web::test]
async fn each_answer_has_its_status() {
    for (name, scheme, status) in schemes() {
        let told = get(scheme, "/me", "eve").await;
        assert_eq!(told.status, status, "{name}: {}", told.body);
        let invalid = told.headers.contains(r#"error=\"invalid_token\""#);
        assert_eq!(invalid, status == 401, "{name}: {}", told.headers);
        let retry = told.headers.contains(r#""retry-after""#);
        assert_eq!(retry, status == 503, "{name}: {}", told.headers);
        assert!(!told.body.contains("database"), "{name}: {}", told.body);
    }
}

#[actix_web::test]
async fn on_an_anonymous_verb_whoever_is_refused_is_nobody() {
    for (name, scheme, status) in schemes() {
        let told = ask(&portcullis(scheme), Method::POST, "/me", "eve").await;
        assert_eq!(told.status, 200, "{name}");
        assert_eq!(told.body == "nobody", status != 200, "{name}: {}", told.body);
    }
}

#[actix_web::test]
async fn no_other_scheme_rescues_whom_the_function_refuses() {
    for (name, scheme, status) in schemes() {
        let told = get(scheme, "/both", "eve").await;
        assert_eq!(told.status, status, "{name}: {}", told.body);
    }
}

#[actix_web::test]
async fn it_is_not_asked_about_strangers() {
    for (caller, status) in [("forged", 401), ("unavailable", 503), ("panic", 500)] {
        assert_eq!(get(Spelled.transform(broken), "/admin", caller).await.status, status);
        let told = get(Spelled.transform(|it: Principal| it.role("Admin")), "/admin", caller).await;
        assert_eq!(told.status, status, "{caller}");
    }
}
