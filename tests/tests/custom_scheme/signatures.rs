//! Which requests hold.

use std::thread;

use actix_web::http::Method;
use actix_web::rt::System;
use portcullis::Portcullis;

use crate::server::{Hand, NOW, Request, SECRET, builder, signed};

fn portcullis() -> Portcullis {
    builder(&Hand::new()).scheme("signed", signed()).build().unwrap()
}

#[actix_web::test]
async fn a_signed_request_lets_its_owner_in() {
    let portcullis = portcullis();
    for target in ["/me", "/me?", "/me?a=1&b=%20%2F", "/%6De", "/me?a=//x"] {
        for method in [Method::GET, Method::POST, Method::PUT] {
            let answer = Request::new(method, target, "x").signed().send(&portcullis).await;
            let expected = "ada signed urn:portcullis:scheme:signed";
            assert_eq!((answer.status, answer.body.as_str()), (200, expected), "{target}");
        }
    }
    assert_eq!(Request::get("/admin").signed().send(&portcullis).await.status, 403);
}

#[actix_web::test]
async fn a_request_is_not_another_one() {
    let portcullis = portcullis();
    let honest = || Request::new(Method::POST, "/me?a=1", "body").signed();
    let changed = |change: fn(&mut Request)| {
        let mut request = honest();
        change(&mut request);
        request
    };
    let rows = [
        ("another method", changed(|it| it.method = Method::PUT)),
        ("another query", changed(|it| it.target = "/me?a=2".into())),
        ("no query", changed(|it| it.target = "/me".into())),
        ("another spelling of the path", changed(|it| it.target = "/%6De?a=1".into())),
        ("another date", honest().instead("signed-at", (NOW + 1).to_string())),
        ("another spelling of the date", honest().instead("signed-at", format!("+{NOW}"))),
        ("another digest", honest().instead("content-digest", "sha-256=:AAAA:")),
        ("another secret", Request::get("/me").signed_with("runner", "x", &"n".repeat(16), "1")),
        ("another key", Request::get("/me").signed_with("nobody", SECRET, &"n".repeat(16), "1")),
    ];
    for (what, request) in rows {
        let answer = request.send(&portcullis).await;
        let challenge = r#"Acme-HMAC realm="api", error="invalid_token""#;
        assert_eq!((answer.status, answer.challenges), (401, vec![challenge.to_owned()]), "{what}");
        assert!(!answer.body.contains("signature"), "{what}");
    }
    assert_eq!(honest().send(&portcullis).await.status, 200);
}

#[actix_web::test]
async fn what_cannot_be_read_is_malformed() {
    let portcullis = portcullis();
    let honest = || Request::get("/me").signed();
    let field = |text: &str| honest().instead("authorization", text);
    let rows = [
        ("the word alone", field("Acme-HMAC")),
        ("two parts", field("Acme-HMAC runner.nnnnnnnnnnnnnnnn")),
        ("four parts", field("Acme-HMAC runner.nnnnnnnnnnnnnnnn.x.x")),
        ("a short nonce", field("Acme-HMAC runner.nnnnnnnnnnnnnnn.x")),
        ("a long nonce", field(&format!("Acme-HMAC runner.{}.x", "n".repeat(65)))),
        ("an odd nonce", field("Acme-HMAC runner.nnnnnnnnnnnnnnn-.x")),
        ("two fields", honest().with("authorization", "Bearer x")),
        ("two dates", honest().with("signed-at", NOW.to_string())),
        ("two digests", honest().with("content-digest", "sha-256=:x:")),
        ("not ASCII", honest().instead("authorization", b"Acme-HMAC \xFF")),
        (
            "a date in words",
            Request::get("/me").signed_with("runner", SECRET, &"n".repeat(16), "now"),
        ),
    ];
    for (what, request) in rows {
        assert_eq!(request.send(&portcullis).await.status, 400, "{what}");
        let open = Request { target: "/open".into(), ..request }.send(&portcullis).await;
        assert_eq!((open.status, open.body.as_str()), (200, "nobody"), "{what}");
    }
    for other in ["Bearer x", "Acme", "Acme-HMACs x", "Basic YTpi"] {
        let answer = field(other).send(&portcullis).await;
        assert_eq!(
            (answer.status, answer.challenges),
            (401, vec![r#"Acme-HMAC realm="api""#.into()])
        );
    }
}

#[actix_web::test]
async fn a_request_holds_for_a_minute_before_and_after() {
    for (at, expected) in [(NOW - 61, 401), (NOW - 60, 200), (NOW + 60, 200), (NOW + 61, 401)] {
        let request = Request::get("/me");
        let request = request.signed_with("runner", SECRET, &"n".repeat(16), &at.to_string());
        assert_eq!(request.send(&portcullis()).await.status, expected, "{at}");
    }
}

#[actix_web::test]
async fn a_request_is_taken_once_as_long_as_it_holds() {
    let clock = Hand::new();
    let portcullis = builder(&clock).scheme("signed", signed()).build().unwrap();
    let request = Request::get("/me");
    let early = (NOW + 60).to_string();
    let request = request.signed_with("runner", SECRET, &"n".repeat(16), &early);
    assert_eq!(request.send(&portcullis).await.status, 200);
    for _ in 0..=125 {
        assert_eq!(request.send(&portcullis).await.status, 401);
        assert_eq!(
            Request { target: "/open".into(), ..request.clone() }.send(&portcullis).await.body,
            "nobody"
        );
        clock.pass(1);
    }
}

#[test]
fn of_many_at_once_one_is_taken() {
    let portcullis = portcullis();
    let request = Request::get("/me").signed();
    let entered = thread::scope(|scope| {
        let ask = || System::new().block_on(request.send(&portcullis)).status;
        let asking = (0..16).map(|_| scope.spawn(ask)).collect::<Vec<_>>();
        asking.into_iter().map(|one| one.join().unwrap()).filter(|status| *status == 200).count()
    });
    assert_eq!(entered, 1);
}

#[actix_web::test]
async fn a_body_is_the_one_that_was_signed() {
    let portcullis = portcullis();
    let honest = Request::new(Method::POST, "/body", "start").signed();
    let answer = honest.send(&portcullis).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "start"));
    for body in ["stop", "", "start "] {
        let honest = Request::new(Method::POST, "/body", "start").signed();
        let answer = Request { body: body.into(), ..honest }.send(&portcullis).await;
        assert_eq!((answer.status, answer.challenges.len()), (401, 1), "{body}");
    }
}
