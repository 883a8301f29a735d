//! The place of requirements among the steps that a request takes, and what a caller is told.

use std::mem::take;
use std::sync::{Arc, Mutex};

use actix_web::App;
use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Builder, Portcullis, Rule, test};
use portcullis_tests::Spelled;

use crate::scripted::{Asked, Does, Scripted};

/// What a request is answered with, and how often `R` was asked.
struct Told {
    status: u16,
    headers: String,
    body: String,
    asked: usize,
}

async fn ask(does: Does, caller: Option<&str>, verb: Method, path: &str) -> Told {
    ask_of(|builder| builder, does, caller, verb, path).await
}

async fn ask_of(
    further: fn(Builder) -> Builder,
    does: Does,
    caller: Option<&str>,
    verb: Method,
    path: &str,
) -> Told {
    let asked = Asked::default();
    let does = Arc::new(Mutex::new(does));
    let r = Scripted { name: "R", does, asked: Arc::clone(&asked) };
    let builder = Portcullis::builder().scheme("spelled", Spelled).requirement("R", r);
    let builder = builder.module("requirements::endpoints::written");
    let builder = builder.policy("UsesR", Rule::role("A") & Rule::policy("R"));
    let builder = builder.policy("UsesRToo", !Rule::policy("R") | Rule::role("A"));
    let builder = builder.policy("RUnlessX", Rule::policy("R") | Rule::role("X"));
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = further(builder).build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::with_uri(path).method(verb).set_payload("no JSON");
    let request = request.insert_header(("content-type", "application/json"));
    let header = caller.map(|caller| ("x-caller", caller.to_owned()));
    let request = header.into_iter().fold(request, TestRequest::insert_header);
    let response = call_service(&app, request.to_request()).await;
    Told {
        status: response.status().as_u16(),
        headers: format!("{:?}", response.headers()),
        body: String::from_utf8_lossy(&read_body(response).await).into_owned(),
        asked: take(&mut *asked.lock().unwrap_or_else(|broken| broken.into_inner())).len(),
    }
}

#[actix_web::test]
async fn it_is_asked_once_whatever_number_of_policies_use_it() {
    for (answer, status) in [(true, 200), (false, 403)] {
        let told = ask(Does::Say(answer), Some("eve; role=A"), Method::GET, "/twice").await;
        assert_eq!((told.status, told.asked), (status, 1), "{answer}");
        let told = ask(Does::Say(answer), Some("eve; role=X"), Method::GET, "/twice").await;
        assert_eq!((told.status, told.asked), (403, 0), "{answer}");
    }
}

#[actix_web::test]
async fn it_comes_after_the_static_part_and_before_the_body() {
    let rows = [
        // Wrong verb, bad credentials, none: nobody is asked.
        (Does::Fail, Some("eve"), Method::PUT, "/body", 405, 0),
        (Does::Fail, Some("forged"), Method::POST, "/body", 401, 0),
        (Does::Fail, None, Method::POST, "/body", 401, 0),
        (Does::Fail, Some("unavailable"), Method::POST, "/body", 503, 0),
        (Does::Fail, Some("eve"), Method::GET, "/scope", 403, 0),
        (Does::Fail, Some("eve; scope=read"), Method::GET, "/scope", 503, 1),
        // The body is no JSON: only whoever may enter hears of it.
        (Does::Say(false), Some("eve"), Method::POST, "/body", 403, 1),
        (Does::Fail, Some("eve"), Method::POST, "/body", 503, 1),
        (Does::Panic, Some("eve"), Method::POST, "/body", 500, 1),
        (Does::PanicAtOnce, Some("eve"), Method::POST, "/body", 500, 1),
        (Does::Say(true), Some("eve"), Method::POST, "/body", 400, 1),
        // Nothing is asked where everyone may enter.
        (Does::Fail, Some("eve; role=A"), Method::POST, "/twice", 200, 0),
        (Does::Fail, Some("eve"), Method::GET, "/open", 200, 0),
    ];
    for (does, caller, verb, path, status, asked) in rows {
        let told = ask(does, caller, verb.clone(), path).await;
        assert_eq!((told.status, told.asked), (status, asked), "{does:?} {caller:?} {verb} {path}");
    }
}

#[actix_web::test]
async fn no_negation_turns_a_failure_into_entry() {
    let rows = [
        (Does::Say(false), 200),
        (Does::Say(true), 403),
        (Does::Fail, 503),
        (Does::Panic, 500),
        (Does::PanicAtOnce, 500),
    ];
    for (does, status) in rows {
        let told = ask(does, Some("eve"), Method::GET, "/not").await;
        assert_eq!((told.status, told.asked), (status, 1), "{does:?}");
        let retry = told.headers.contains(r#""retry-after""#);
        assert_eq!(retry, status == 503, "{}", told.headers);
        assert!(!told.body.contains("database"), "{}", told.body);
    }
}

#[actix_web::test]
async fn a_denial_is_as_any_other() {
    let told = ask(Does::Say(false), Some("eve; scope=read"), Method::GET, "/scope").await;
    assert!(told.headers.contains(r#"error=\"insufficient_scope\""#), "{}", told.headers);
    assert!(!told.headers.contains("scope=\\\"read"), "{}", told.headers);
    assert!(!told.body.contains('R'), "{}", told.body);

    // Scopes are what is known to be missing.
    let told = ask(Does::Say(true), Some("eve"), Method::GET, "/scope").await;
    assert!(told.headers.contains(r#"scope=\"read\""#), "{}", told.headers);

    let explained = |builder: Builder| builder.explain_denials(true);
    let told =
        ask_of(explained, Does::Say(false), Some("eve; scope=read"), Method::GET, "/scope").await;
    assert!(told.body.contains(r#"not met: policy(\"R\")""#), "{}", told.body);
    let told = ask_of(explained, Does::Say(false), Some("eve"), Method::GET, "/scope").await;
    assert!(told.body.contains(r#"not met: scope(\"read\")""#), "{}", told.body);

    let hidden = |builder: Builder| builder.hide_denied();
    let told = ask_of(hidden, Does::Say(false), Some("eve"), Method::POST, "/body").await;
    assert_eq!((told.status, told.asked), (404, 1));
    let told = ask_of(hidden, Does::Fail, Some("eve"), Method::POST, "/body").await;
    assert_eq!((told.status, told.asked), (503, 1));
}

#[actix_web::test]
async fn nothing_is_asked_about_a_caller_who_enters_nowhere() {
    let exclusive = |builder: Builder| builder.exclusive_roles(["A", "B"]);
    for path in ["/not", "/twice"] {
        let both = Some("eve; role=A; role=B");
        let told = ask_of(exclusive, Does::Say(false), both, Method::GET, path).await;
        assert_eq!((told.status, told.asked), (403, 0), "{path}");
    }
    let brought = |builder: Builder| builder.role_implies("B", ["A"]);
    let told = ask_of(brought, Does::Say(true), Some("eve; role=B"), Method::GET, "/twice").await;
    assert_eq!((told.status, told.asked), (200, 1));
}

#[actix_web::test]
async fn what_a_requirement_takes_of_the_request_the_handler_does_not_miss() {
    let asked = Asked::default();
    let does = Arc::new(Mutex::new(Does::Say(true)));
    let r = Scripted { name: "R", does, asked: Arc::clone(&asked) };
    let builder = Portcullis::builder().scheme("spelled", Spelled).requirement("R", r);
    let builder = builder.policy("UsesR", Rule::policy("R")).policy("UsesRToo", Rule::role("A"));
    let builder = builder.policy("RUnlessX", Rule::policy("R") | Rule::role("X"));
    let portcullis = builder.module("requirements::endpoints::written").build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::post().uri("/body").set_json(7_u8).to_request();
    let response = call_service(&app, test::caller().call(request)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(read_body(response).await, "7");
    assert_eq!(*asked.lock().unwrap(), ["R"]);
}
