//! `Tokens` as an argument of a handler, over real connections.

use actix_web::http::Method;
use actix_web::rt::System;
use actix_web::{App, web};
use portcullis::{Portcullis, Tokens};
use serde_json::{Value, json};

use crate::read::{claims, header};
use crate::refused::Dry;
use crate::set_up::{ask, jwt, lets_in, server, set_up};

fn post(portcullis: Portcullis, path: &str) -> (u16, String) {
    let path = path.to_owned();
    System::new().block_on(async move {
        let app = move || {
            let app = App::new().configure(portcullis.mount());
            app.route("/unguarded", web::post().to(async |_: Tokens| "a token"))
        };
        let server = actix_test::start(app);
        let mut response = server.post(&path).send().await.unwrap();
        let body = String::from_utf8(response.body().await.unwrap().to_vec()).unwrap();
        (response.status().as_u16(), body)
    })
}

/// It was not signed, and the caller is not told why.
#[track_caller]
fn has_failed(answer: &(u16, String)) {
    let problem = serde_json::from_str::<Value>(&answer.1).unwrap();
    let expected = json!({"type": "about:blank", "title": "Internal Server Error", "status": 500});
    assert_eq!((answer.0, problem), (500, expected));
}

#[test]
fn a_handler_signs_with_the_default_scheme() {
    let portcullis = server();
    let (status, token) = post(portcullis.clone(), "/login");
    assert_eq!(status, 200, "{token}");
    assert_eq!(header(&token).get("kid"), Some(&json!("2026")));
    assert_eq!(claims(&token).get("aud"), Some(&json!("api")));
    let said = lets_in(&portcullis, &token);
    assert!(said.starts_with("alice by https://issuer.example; roles Admin;"), "{said}");
}

#[test]
fn a_handler_signs_with_the_named_scheme() {
    let portcullis = server();
    let (status, token) = post(portcullis.clone(), "/elsewhere/login");
    assert_eq!(status, 200, "{token}");
    assert_eq!(ask(&portcullis, Method::GET, "/elsewhere/me", Some(&token)).0, 200);
    assert_eq!(ask(&portcullis, Method::GET, "/me", Some(&token)).0, 401);
}

#[test]
fn a_handler_that_forgets_the_expiry_answers_500() {
    assert_eq!(post(server(), "/login").0, 200);
    has_failed(&post(server(), "/careless/login"));
}

#[test]
fn a_handler_without_chance_answers_500_and_no_token() {
    assert_eq!(post(server(), "/login").0, 200);
    has_failed(&post(set_up(jwt()).random(Dry).log_key([7; 16]).build().unwrap(), "/login"));
}

#[test]
fn a_handler_that_no_endpoint_guards_has_no_tokens() {
    assert_eq!(post(server(), "/login").0, 200);
    has_failed(&post(server(), "/unguarded"));
}
