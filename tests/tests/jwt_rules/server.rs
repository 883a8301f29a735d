//! A server behind one scheme, at a time that stands still.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, HeaderMap, HeaderValue, WWW_AUTHENTICATE};
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Clock, JwtBearer, Portcullis};
use serde_json::Value;

use crate::token::SECRET;

/// What time it is, in seconds since 1970.
pub(crate) const NOW: u64 = 1_800_000_000;

/// The scheme that most tests ask.
pub(crate) fn scheme() -> JwtBearer {
    JwtBearer::hs256(SECRET)
}

/// A clock that stands still.
#[derive(Debug)]
pub(crate) struct At(pub(crate) SystemTime);

impl Clock for At {
    fn now(&self) -> SystemTime {
        self.0
    }
}

pub(crate) struct Server(Portcullis);

/// What the server has answered.
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Server {
    /// A server behind this scheme.
    pub(crate) fn of(scheme: JwtBearer) -> Self {
        Self::at(UNIX_EPOCH + Duration::from_secs(NOW), scheme)
    }

    /// The same at another time.
    pub(crate) fn at(time: SystemTime, scheme: JwtBearer) -> Self {
        let builder = Portcullis::builder().scheme("jwt", scheme);
        Self(builder.clock(At(time)).explain_denials(true).build().unwrap())
    }

    /// The same as servers are in production: it does not say why.
    pub(crate) fn reticent(scheme: JwtBearer) -> Self {
        let builder = Portcullis::builder().scheme("jwt", scheme);
        let clock = At(UNIX_EPOCH + Duration::from_secs(NOW));
        Self(builder.clock(clock).build().unwrap())
    }

    /// The token is let in. Returns what the handler says of its caller.
    #[track_caller]
    pub(crate) fn accepts(&self, token: &str) -> String {
        let answered = self.answer(token);
        assert_eq!(answered.status, StatusCode::OK, "{}: {}", answered.body, readable(token));
        answered.body
    }

    /// The token is invalid, for this reason (RFC 6750 §3.1).
    #[track_caller]
    pub(crate) fn refuses(&self, token: &str, why: &str) {
        self.answer(token).is(StatusCode::UNAUTHORIZED, "invalid_token", why, token);
    }

    /// `Authorization` does not carry one token at all (RFC 6750 §3.1).
    #[track_caller]
    pub(crate) fn cannot_read(&self, token: &str) {
        let why = "the header of the credentials is malformed";
        self.answer(token).is(StatusCode::BAD_REQUEST, "invalid_request", why, token);
    }

    pub(crate) fn answer(&self, token: &str) -> Answered {
        let field = HeaderValue::from_str(&format!("Bearer {token}")).unwrap();
        System::new().block_on(async {
            let app = init_service(App::new().configure(self.0.mount())).await;
            let request = TestRequest::get().uri("/me").insert_header((AUTHORIZATION, field));
            let response = call_service(&app, request.to_request()).await;
            let (status, headers) = (response.status(), response.headers().clone());
            let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
            Answered { status, headers, body }
        })
    }
}

impl Answered {
    #[track_caller]
    fn is(&self, status: StatusCode, error: &str, why: &str, token: &str) {
        let token = readable(token);
        assert_eq!(self.status, status, "{}: {token}", self.body);
        let challenge = format!(r#"Bearer realm="api", error="{error}""#);
        let challenges = self.headers.get_all(WWW_AUTHENTICATE).collect::<Vec<_>>();
        assert_eq!(challenges, [&challenge], "{token}");
        let problem = serde_json::from_str::<Value>(&self.body).unwrap();
        assert_eq!(problem.get("detail").and_then(Value::as_str), Some(why), "{token}");
        assert_eq!(problem.get("status"), Some(&status.as_u16().into()), "{token}");
    }
}

/// A token in a message, decoded where it can be, and not too long.
fn readable(token: &str) -> String {
    let part = |part: &str| match URL_SAFE_NO_PAD.decode(part) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => part.to_owned(),
    };
    let texts = token.split('.').take(2).map(part).collect::<Vec<_>>().join(" . ");
    texts.chars().take(400).collect()
}
