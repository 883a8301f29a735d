//! The lesson, step by step: who is let in, and each way to be told 401.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::server::KEY;
use crate::visit::{PASSWORD, Visit, assert_unauthorized, header, now};

#[test]
fn who_has_signed_in_is_told_who_they_are() {
    let mut visit = Visit::start(&[]);
    let token = visit.token(false);
    let answer = visit.with_token(&token);
    assert_eq!(answer.status, 200, "{answer:?}");
    let me = serde_json::from_str::<Value>(&answer.body).unwrap();
    assert_eq!(me["email"], "eve@home.example");
    assert_eq!(me["name"], "Eve");
    assert_eq!(me.as_object().unwrap().len(), 3, "no hash of a password: {me}");
}

#[test]
fn without_a_token_it_is_401() {
    let mut visit = Visit::start(&[]);
    assert_unauthorized(&visit.me(None), None);
    // Another scheme is no credential here.
    assert_unauthorized(&visit.me(Some("Basic ZXZlOnNlY3JldA==")), None);
}

#[test]
fn a_header_that_cannot_be_read_is_400() {
    let mut visit = Visit::start(&[]);
    for value in ["Bearer", "Bearer a b", "Bearer \"a\""] {
        let answer = visit.me(Some(value));
        assert_eq!(answer.status, 400, "{value}: {answer:?}");
        assert!(header(&answer, "www-authenticate").contains("invalid_request"), "{answer:?}");
    }
}

#[test]
fn an_invalid_token_is_401() {
    let mut visit = Visit::start(&[]);
    let claims = visit.claims();
    let sound = visit.client.sign(KEY, &claims, "HS256");
    assert_eq!(visit.with_token(&sound).status, 200);
    let other_key = "another key of the test with more than 32 bytes";
    let forged = [
        ("another key", visit.client.sign(other_key, &claims, "HS256")),
        ("another algorithm", visit.client.sign(KEY, &claims, "HS512")),
        ("no signature", visit.client.sign("", &claims, "none")),
        ("nonsense", "nonsense".to_owned()),
        ("three parts of nonsense", "a.b.c".to_owned()),
    ];
    for (name, token) in forged {
        let answer = visit.with_token(&token);
        assert_eq!(answer.status, 401, "{name}");
        assert_unauthorized(&answer, Some("invalid_token"));
    }
}

#[test]
fn a_token_with_wrong_claims_is_401() {
    let mut visit = Visit::start(&[]);
    let sound = visit.claims();
    let changes = [
        ("sub", Value::Null),
        ("sub", json!("")),
        ("sub", json!("nobody of this service")),
        ("sub", json!("eve@home.example")),
        ("exp", Value::Null),
        ("exp", json!(now() - 1)),
        ("iss", json!("another lesson")),
        ("aud", json!("another api")),
        ("nbf", json!(now() + 600)),
    ];
    for (name, value) in changes {
        let mut claims = sound.clone();
        match &value {
            Value::Null => drop(claims.as_object_mut().unwrap().remove(name)),
            value => claims[name] = value.clone(),
        }
        let token = visit.client.sign(KEY, &claims, "HS256");
        let answer = visit.with_token(&token);
        assert_eq!(answer.status, 401, "{name}: {value}");
        assert_unauthorized(&answer, Some("invalid_token"));
    }
}

#[test]
fn a_token_expires() {
    let mut visit = Visit::start(&["--token-seconds", "3"]);
    let token = visit.token(false);
    assert_eq!(visit.with_token(&token).status, 200);
    let patience = Instant::now() + Duration::from_secs(60);
    let mut answer = visit.with_token(&token);
    while answer.status == 200 && Instant::now() < patience {
        sleep(Duration::from_millis(100));
        answer = visit.with_token(&token);
    }
    assert_unauthorized(&answer, Some("invalid_token"));
    let fresh = visit.token(false);
    assert_eq!(visit.with_token(&fresh).status, 200);
}

#[test]
fn a_user_who_is_gone_or_disabled_is_401_whatever_the_token_says() {
    let mut visit = Visit::start(&[]);
    let (reading, writing) = (visit.token(false), visit.token(true));
    visit.sql("UPDATE users SET disabled = TRUE");
    assert_unauthorized(&visit.with_token(&reading), Some("invalid_token"));
    let login = json!({"email": "eve@home.example", "password": PASSWORD});
    assert_eq!(visit.post("/login", &login).status, 401);
    visit.sql("UPDATE users SET disabled = FALSE");
    assert_eq!(visit.with_token(&reading).status, 200);
    assert_eq!(visit.change("DELETE", &writing, &Value::Null).status, 204);
    assert_unauthorized(&visit.with_token(&reading), Some("invalid_token"));
    // Whoever registers with that email is somebody else.
    let eve = json!({"email": "eve@home.example", "name": "Eve II", "password": PASSWORD});
    assert_eq!(visit.post("/register", &eve).status, 201);
    assert_unauthorized(&visit.with_token(&reading), Some("invalid_token"));
}

#[test]
fn a_dead_database_is_503_and_neither_401_nor_entry() {
    let mut visit = Visit::start(&[]);
    let token = visit.token(false);
    visit.sql("ALTER TABLE users RENAME TO gone");
    let answer = visit.with_token(&token);
    assert_eq!((answer.status, header(&answer, "retry-after")), (503, "5".to_owned()));
    assert!(!answer.body.contains("users"), "{answer:?}");
    assert_unauthorized(&visit.me(None), None);
    visit.sql("ALTER TABLE gone RENAME TO users");
    assert_eq!(visit.with_token(&token).status, 200);
}

#[test]
fn writing_takes_another_token_than_reading() {
    let mut visit = Visit::start(&[]);
    let (reading, writing) = (visit.token(false), visit.token(true));
    let change = json!({"name": "Eva"});
    for method in ["PUT", "DELETE"] {
        let answer = visit.change(method, &reading, &change);
        assert_eq!(answer.status, 403, "{answer:?}");
        let challenge = header(&answer, "www-authenticate");
        let expected = r#"Bearer realm="api", error="insufficient_scope", scope="write""#;
        assert_eq!(challenge, expected);
    }
    assert!(visit.with_token(&reading).body.contains("\"Eve\""));
    assert_eq!(visit.change("PUT", &writing, &change).status, 204);
    assert!(visit.with_token(&reading).body.contains("\"Eva\""));
    assert!(visit.with_token(&writing).body.contains("\"Eva\""));
    // The body is not looked at before the token is.
    assert_eq!(visit.change("PUT", &reading, &json!("no change")).status, 403);
    assert_eq!(visit.change("PUT", &writing, &json!("no change")).status, 400);
    assert_eq!(visit.change("POST", &writing, &change).status, 405);
}

#[test]
fn registering_and_signing_in() {
    let mut visit = Visit::start(&[]);
    let eve = json!({"email": "eve@home.example", "name": "Another", "password": PASSWORD});
    assert_eq!(visit.post("/register", &eve).status, 409);
    let short = json!({"email": "ada@home.example", "name": "Ada", "password": "short"});
    assert_eq!(visit.post("/register", &short).status, 422);
    for (email, password) in
        [("eve@home.example", "wrong"), ("ada@home.example", PASSWORD), ("", "")]
    {
        let answer = visit.post("/login", &json!({"email": email, "password": password}));
        assert_eq!(answer.status, 401, "{answer:?}");
        let body = serde_json::from_str::<Value>(&answer.body).unwrap();
        assert_eq!(body["detail"], "The supplied credentials are invalid!", "{answer:?}");
    }
}

#[test]
fn a_token_that_has_logged_out_is_401() {
    let mut visit = Visit::start(&[]);
    let (given_up, other) = (visit.token(true), visit.token(false));
    assert_eq!(visit.log_out(&given_up).status, 204);
    assert_unauthorized(&visit.with_token(&given_up), Some("invalid_token"));
    assert_unauthorized(&visit.log_out(&given_up), Some("invalid_token"));
    // Neither the letter case of the scheme nor another request rescues it.
    assert_unauthorized(&visit.me(Some(&format!("bEARER {given_up}"))), Some("invalid_token"));
    assert_eq!(visit.change("DELETE", &given_up, &Value::Null).status, 401);
    assert_eq!(visit.with_token(&other).status, 200, "one token, not the user");
    let mut visit = visit.after_a_restart();
    assert_unauthorized(&visit.with_token(&given_up), Some("invalid_token"));
    assert_eq!(visit.with_token(&other).status, 200);
    let fresh = visit.token(false);
    assert_eq!(visit.with_token(&fresh).status, 200);
}
