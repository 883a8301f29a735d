//! What a caller is told whom a type cannot be made of.

use std::sync::{Arc, Mutex};

use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, web};
use portcullis::{Cause, Outcome, test};

use crate::endpoints::Admin;
use crate::served::{ask, builder, of};

#[actix_web::test]
async fn a_caller_without_the_claim_is_refused_and_not_told_which() {
    for caller in [test::caller(), test::caller().claim("AdminID", 7)] {
        let told = of(caller, Method::GET, "/admin").await;
        assert_eq!(told.status, 403);
        assert_eq!(told.body, r#"{"type":"about:blank","title":"Forbidden","status":403}"#);
        let challenge = r#"Spelled realm=\"api\", error=\"insufficient_scope\""#;
        assert!(told.headers.contains(challenge), "{}", told.headers);
        assert!(!told.headers.contains("Admin"), "{}", told.headers);
    }
    let told = of(test::caller().claim("AdminID", "007"), Method::GET, "/admin").await;
    assert_eq!((told.status, &*told.body), (200, "007"));
}

#[actix_web::test]
async fn it_is_an_event() {
    let outcomes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&outcomes);
    let builder = builder().on_decision(move |it| seen.lock().unwrap().push(it.outcome()));
    let request = test::caller().call(TestRequest::with_uri("/admin").to_request());
    assert_eq!(ask(builder, request).await.status, 403);
    let expected = [Outcome::Entered { known: true }, Outcome::Denied(Cause::Forbidden)];
    assert_eq!(*outcomes.lock().unwrap(), expected);
}

#[actix_web::test]
async fn developers_are_told_which() {
    let request = test::caller().call(TestRequest::with_uri("/admin").to_request());
    let told = ask(builder().explain_denials(true), request).await;
    let why = "`Admin`: the caller has nothing for the field `id`";
    assert!(told.body.contains(why), "{}", told.body);
}

#[actix_web::test]
async fn it_can_look_as_if_nothing_were_there() {
    let request = test::caller().call(TestRequest::with_uri("/admin").to_request());
    assert_eq!(ask(builder().hide_denied(), request).await.status, 404);
}

#[actix_web::test]
async fn on_an_anonymous_verb_nobody_is_asked_to_sign_in() {
    let told = ask(builder(), TestRequest::post().uri("/admin").to_request()).await;
    assert_eq!(told.status, 401);
    assert!(told.headers.contains(r#"Spelled realm=\"api\""#), "{}", told.headers);
}

#[actix_web::test]
async fn an_option_is_none_for_nobody_and_for_others() {
    let told = ask(builder(), TestRequest::post().uri("/option").to_request()).await;
    assert_eq!((told.status, &*told.body), (200, "no admin"));
    for verb in [Method::GET, Method::POST] {
        let told = of(test::caller(), verb.clone(), "/option").await;
        assert_eq!((told.status, &*told.body), (200, "no admin"));
        let told = of(test::caller().claim("AdminID", "007"), verb, "/option").await;
        assert_eq!((told.status, &*told.body), (200, "007"));
    }
}

#[actix_web::test]
async fn a_handler_without_an_endpoint_has_nobody() {
    let app = App::new().route("/", web::get().to(async |_: Admin| "in"));
    let app = init_service(app).await;
    let response = call_service(&app, TestRequest::default().to_request()).await;
    assert_eq!(response.status(), 500);
}
