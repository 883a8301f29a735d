//! The examples of the RFCs, over HTTP. Most of their payloads are no claims that a server could
//! accept; the signature is judged first, so what is told of the token shows whether it holds.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod rfc7515;
mod rfc7519;
mod rfc7520;
mod rfc7638;
mod rfc8037;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::header::AUTHORIZATION;
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Clock, JwtBearer, Key, Portcullis, endpoint};
use serde_json::Value;

const NO_SIGNATURE: &str = "the signature does not hold";
/// The last thing that is looked at.
const NO_SUBJECT: &str = "the subject is not a non-empty string";
/// The first thing that is looked at when the signature holds.
const NO_CLAIMS: &str = "the claims are no JSON object with unique names";

#[endpoint(get = "/me")]
async fn me() -> &'static str {
    "known"
}

#[derive(Debug)]
struct At(u64);

impl Clock for At {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0)
    }
}

/// The examples of RFC 7515 and 7519 end in 2011.
const BEFORE_THE_END: u64 = 1_300_819_379;

fn scheme(key: Key) -> JwtBearer {
    let scheme = JwtBearer::new(key).issuer("joe").leeway(Duration::ZERO);
    scheme.dangerous().accept_any_audience()
}

/// What is told of a token.
fn told(key: Key, token: &str, now: u64) -> String {
    let builder = Portcullis::builder().scheme("jwt", scheme(key)).clock(At(now));
    let portcullis = builder.explain_denials(true).build().unwrap();
    System::new().block_on(async {
        let app = init_service(App::new().configure(portcullis.mount())).await;
        let request = TestRequest::with_uri("/me");
        let request = request.insert_header((AUTHORIZATION, format!("Bearer {token}")));
        let response = call_service(&app, request.to_request()).await;
        assert_eq!(response.status(), 401);
        let body = serde_json::from_slice::<Value>(&read_body(response).await).unwrap();
        body["detail"].as_str().unwrap().to_owned()
    })
}

/// The signature holds, so that something later is told; with any of its parts changed it does
/// not.
#[track_caller]
fn holds(key: &Key, token: &str, later: &str) {
    assert_eq!(told(key.clone(), token, BEFORE_THE_END), later);
    let (message, signature) = token.rsplit_once('.').unwrap();
    let first = if signature.starts_with('A') { "B" } else { "A" };
    let forged = format!("{message}.{first}{}", &signature[1..]);
    assert_eq!(told(key.clone(), &forged, BEFORE_THE_END), NO_SIGNATURE);
    let other = format!("{message}AAAA.{signature}");
    assert_eq!(told(key.clone(), &other, BEFORE_THE_END), NO_SIGNATURE);
}

/// A JWK of an RFC, with a member more, since those of RSA name no algorithm.
fn jwk(text: &str, algorithm: &str) -> Key {
    let mut jwk = serde_json::from_str::<Value>(text).unwrap();
    jwk["alg"] = algorithm.into();
    Key::jwk(jwk.to_string())
}

/// What start-up says of a key.
fn problems(key: Key) -> String {
    let built = Portcullis::builder().scheme("jwt", scheme(key)).build();
    built.err().map(|problems| problems.to_string()).unwrap_or_default()
}
