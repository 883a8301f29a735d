//! What a caller is told.

use actix_web::http::header::AUTHORIZATION;
use actix_web::test::TestRequest;

use crate::directory::{Directory, basic, socket};

const HERE: &str = "192.0.2.1";
const CHALLENGE: &str = r#"Basic realm="api", charset="UTF-8""#;

fn directory() -> Directory {
    Directory::new(|basic| basic)
}

#[actix_web::test]
async fn who_has_the_password_enters() {
    let directory = directory();
    let answer = directory.ask(HERE, "ada", "right").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "ada"));
}

#[actix_web::test]
async fn without_credentials_a_name_and_a_password_are_asked_for() {
    let directory = directory();
    for fields in [&[][..], &[b"Bearer abc".as_slice()], &[b"Basics abc"], &[b"Digest a=b"]] {
        let answer = directory.fields(HERE, fields).await;
        assert_eq!((answer.status, answer.challenge()), (401, CHALLENGE));
    }
    let named = Directory::new(|basic| basic.realm("the \"reports\""));
    let challenge = named.fields(HERE, &[]).await.challenge().to_owned();
    assert_eq!(challenge, r#"Basic realm="the \"reports\"", charset="UTF-8""#);
}

#[actix_web::test]
async fn a_wrong_password_and_a_name_that_nobody_has_are_answered_alike() {
    let directory = directory();
    let wrong = directory.ask(HERE, "ada", "wrong").await;
    let nobody = directory.ask(HERE, "nobody", "right").await;
    assert_eq!(wrong, nobody);
    assert_eq!(wrong.status, 401);
    assert_eq!(wrong.challenge(), format!(r#"{CHALLENGE}, error="invalid_token""#));
    assert!(!wrong.body.contains("ada") && !wrong.body.contains("wrong"));
    assert_eq!(directory.times_asked(), 2);
}

#[actix_web::test]
async fn every_request_is_checked_anew() {
    let directory = directory();
    for _ in 0..50 {
        assert_eq!(directory.ask(HERE, "ada", "right").await.status, 200);
    }
    assert_eq!(directory.times_asked(), 50);
}

#[actix_web::test]
async fn a_check_that_cannot_be_made_lets_nobody_in() {
    let directory = directory();
    let down = directory.ask(HERE, "down", "right").await;
    assert_eq!((down.status, down.header("retry-after")), (503, Some("5")));
    assert_eq!(directory.ask(HERE, "panic", "right").await.status, 500);
    assert_eq!(directory.ask(HERE, "ada", "right").await.status, 200);
}

#[actix_web::test]
async fn on_an_anonymous_verb_failing_makes_nobody() {
    let directory = directory();
    let cases = [("ada", "right", "ada"), ("ada", "wrong", "nobody"), ("down", "", "nobody")];
    for (user, password, expected) in cases {
        let field = (AUTHORIZATION, basic(user, password));
        let request = TestRequest::get().uri("/open").peer_addr(socket(HERE));
        let answer = directory.send(request.insert_header(field)).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, expected));
    }
    for _ in 0..20 {
        let field = (AUTHORIZATION, basic("ada", "wrong"));
        let request = TestRequest::get().uri("/open").peer_addr(socket(HERE));
        assert_eq!(directory.send(request.insert_header(field)).await.body, "nobody");
    }
    directory.ask(HERE, "ada", "right").await.is_throttled(60);
}

#[actix_web::test]
async fn an_empty_password_is_not_handed_on_unless_it_is_allowed() {
    let strict = directory();
    assert_eq!(strict.ask(HERE, "ada", "").await.status, 401);
    assert_eq!(strict.times_asked(), 0);
    let lax = Directory::new(portcullis::HttpBasic::allow_empty_passwords);
    assert_eq!(lax.ask(HERE, "ada", "").await.status, 200);
}

#[test]
fn the_scheme_prints_no_password_and_no_closure() {
    let basic = portcullis::HttpBasic::new(async |_: &str, _: portcullis::Password| Ok(None));
    assert!(format!("{basic:?}").starts_with("HttpBasic { check: a closure"), "{basic:?}");
}
