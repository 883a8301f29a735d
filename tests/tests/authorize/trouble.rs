//! Checks that cannot tell: never entry, and not a word of why.

use super::documents::Documents;
use super::{app, ask, builder};

#[actix_web::test]
async fn an_error_is_503_and_says_nothing_of_itself() {
    let app = app(builder(), Documents::default()).await;
    let answered = ask(&app, "GET", "/forbidden/13", "ada").await;
    assert_eq!(answered.status, 503);
    assert!(answered.header("retry-after").is_some());
    assert_eq!(answered.header("content-type"), Some("application/problem+json"));
    assert!(!answered.body.contains("s3cret") && !answered.body.contains("fire"));
}

#[actix_web::test]
async fn a_panic_is_500_and_the_worker_lives_on() {
    let app = app(builder(), Documents::default()).await;
    for path in ["/forbidden/14", "/panics"] {
        assert_eq!(ask(&app, "GET", path, "ada").await.status, 500, "{path}");
        assert_eq!(ask(&app, "GET", "/forbidden/1", "ada").await.status, 200);
    }
}

#[actix_web::test]
async fn a_refusal_carries_the_challenge_of_the_scheme() {
    let app = app(builder(), Documents::default()).await;
    let answered = ask(&app, "GET", "/forbidden/1", "bob").await;
    assert_eq!(answered.status, 403);
    let challenge = answered.header("www-authenticate").unwrap_or_default();
    assert_eq!(challenge, "Spelled realm=\"api\", error=\"insufficient_scope\"");
    assert_eq!(answered.header("cache-control"), Some("no-store"));
}

#[actix_web::test]
async fn decisions_of_checks_are_told() {
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let hook = std::sync::Arc::clone(&told);
    let observed = builder().on_decision(move |seen| {
        if let Ok(mut told) = hook.lock() {
            told.push(format!("{:?}", seen.outcome()));
        }
    });
    let app = app(observed, Documents::default()).await;
    for path in ["/forbidden/1", "/forbidden/2", "/forbidden/3", "/forbidden/13", "/forbidden/14"] {
        ask(&app, "GET", path, "ada").await;
    }
    let told = told.lock().map(|told| told.clone()).unwrap_or_default();
    let expected = [
        "Entered { known: true }",
        "Denied(Forbidden)",
        "Denied(Forbidden)",
        "Denied(Unavailable)",
        "Denied(Failed)",
    ];
    assert_eq!(told, expected);
}
