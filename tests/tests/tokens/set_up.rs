//! The server of the tests: two schemes with a key each, at a time that stands still.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Builder, Clock, JwtBearer, Portcullis, Token};

pub(crate) const SECRET: &[u8] = b"forty bytes that only the servers know!!";
pub(crate) const OTHER: &[u8] = b"a second key, which has another scheme..";
pub(crate) const ISSUER: &str = "https://issuer.example";

/// What time it is, in seconds since 1970.
pub(crate) const NOW: u64 = 1_800_000_000;

/// A clock that stands still.
#[derive(Debug)]
pub(crate) struct At(pub(crate) SystemTime);

impl Clock for At {
    fn now(&self) -> SystemTime {
        self.0
    }
}

pub(crate) fn jwt() -> JwtBearer {
    JwtBearer::hs256(SECRET).issuer(ISSUER).audience("api").key_id("2026")
}

/// A set-up whose default scheme is this one.
pub(crate) fn set_up(scheme: JwtBearer) -> Builder {
    Portcullis::builder()
        .scheme("jwt", scheme)
        .scheme("other", JwtBearer::hs256(OTHER))
        .clock(At(UNIX_EPOCH + Duration::from_secs(NOW)))
        .explain_denials(true)
}

pub(crate) fn server() -> Portcullis {
    set_up(jwt()).build().unwrap()
}

/// A token that lacks nothing but the signature.
pub(crate) fn sound(portcullis: &Portcullis) -> Token {
    portcullis.tokens().subject("alice").expires_in(Duration::from_secs(60))
}

/// Status and body of an answer.
pub(crate) fn ask(
    portcullis: &Portcullis,
    verb: Method,
    path: &str,
    token: Option<&str>,
) -> (u16, String) {
    System::new().block_on(async {
        let app = init_service(App::new().configure(portcullis.mount())).await;
        let mut request = TestRequest::with_uri(path).method(verb);
        if let Some(token) = token {
            request = request.insert_header((AUTHORIZATION, format!("Bearer {token}")));
        }
        let response = call_service(&app, request.to_request()).await;
        let status = response.status().as_u16();
        (status, String::from_utf8(read_body(response).await.to_vec()).unwrap())
    })
}

/// The scheme that has signed the token lets it in. Returns what the handler says.
#[track_caller]
pub(crate) fn lets_in(portcullis: &Portcullis, token: &str) -> String {
    let (status, body) = ask(portcullis, Method::GET, "/me", Some(token));
    assert_eq!(status, 200, "{body}");
    body
}
