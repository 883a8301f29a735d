//! A server behind one scheme, by the clock of the system: the other libraries read no other.

use std::time::{SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::header::AUTHORIZATION;
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{JwtBearer, Key, Portcullis};
use serde_json::{Value, json};

pub(crate) const ISSUER: &str = "https://issuer.example";
pub(crate) const AUDIENCE: &str = "api";

pub(crate) struct Server(Portcullis);

/// The scheme that most tests ask.
pub(crate) fn scheme(key: Key) -> JwtBearer {
    JwtBearer::new(key).issuer(ISSUER).audience(AUDIENCE)
}

/// Seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

/// The claims of a token that is accepted everywhere, for ten minutes.
pub(crate) fn sound_claims() -> Value {
    json!({
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "ada",
        "exp": now() + 600,
        "roles": ["Admin"],
    })
}

impl Server {
    /// A server whose handlers are told of their callers.
    #[track_caller]
    pub(crate) fn verifying(scheme: JwtBearer) -> Self {
        Self::of(scheme, "interop::endpoints::me")
    }

    /// A server whose handlers sign.
    #[track_caller]
    pub(crate) fn signing(scheme: JwtBearer) -> Self {
        Self::of(scheme, "interop::endpoints::login")
    }

    #[track_caller]
    fn of(scheme: JwtBearer, module: &'static str) -> Self {
        let builder = Portcullis::builder().scheme("jwt", scheme).module(module);
        Self(builder.explain_denials(true).build().unwrap())
    }

    /// A token that a handler has signed.
    #[track_caller]
    pub(crate) fn signs(&self) -> String {
        let (status, token) = self.answer(TestRequest::post().uri("/login"));
        assert_eq!(status, 200, "{token}");
        token
    }

    /// The token is let in. Returns what the handler says of its caller.
    #[track_caller]
    pub(crate) fn lets_in(&self, token: &str) -> Value {
        let (status, body) = self.present(token);
        assert_eq!(status, 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }

    /// The token is invalid, for this reason.
    #[track_caller]
    pub(crate) fn refuses(&self, token: &str, why: &str) {
        let (status, body) = self.present(token);
        let problem = serde_json::from_str::<Value>(&body).unwrap_or_default();
        let detail = problem.get("detail").and_then(Value::as_str);
        assert_eq!((status, detail), (401, Some(why)), "{body}");
    }

    fn present(&self, token: &str) -> (u16, String) {
        let bearer = (AUTHORIZATION, format!("Bearer {token}"));
        self.answer(TestRequest::get().uri("/me").insert_header(bearer))
    }

    fn answer(&self, request: TestRequest) -> (u16, String) {
        System::new().block_on(async {
            let app = init_service(App::new().configure(self.0.mount())).await;
            let response = call_service(&app, request.to_request()).await;
            let status = response.status().as_u16();
            (status, String::from_utf8(read_body(response).await.to_vec()).unwrap())
        })
    }
}
