//! A server whose keys are named by their year, and a clock that the test moves.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::header::AUTHORIZATION;
use actix_web::rt::System;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use portcullis::{Algorithm, Clock, JwtBearer, Key, KeyHandle, Portcullis};
use serde_json::Value;

#[derive(Clone, Debug)]
pub(crate) struct Moved(Arc<Mutex<SystemTime>>);

impl Clock for Moved {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct Bed {
    pub(crate) portcullis: Portcullis,
    clock: Moved,
}

/// A private key of this name: there are as many as files, and `2029` is Ed25519.
pub(crate) fn key(year: &str) -> Key {
    let pem = match year {
        "2026" => include_str!("../../keys/p256.pem"),
        "2027" => include_str!("../../keys/other_p256.pem"),
        _ => return Key::pem(Algorithm::EdDsa, include_str!("../../keys/ed25519.pem")).id(year),
    };
    Key::pem(Algorithm::Es256, pem).id(year)
}

impl Bed {
    pub(crate) fn new() -> Self {
        Self::of(JwtBearer::new(key("2026")).issuer("own").audience("api"))
    }

    pub(crate) fn of(scheme: JwtBearer) -> Self {
        let clock = Moved(Arc::new(Mutex::new(UNIX_EPOCH + Duration::from_secs(1_800_000_000))));
        let builder = Portcullis::builder().scheme("jwt", scheme).key_set_endpoint();
        Self { portcullis: builder.clock(clock.clone()).build().unwrap(), clock }
    }

    pub(crate) fn keys(&self) -> KeyHandle {
        self.portcullis.keys("jwt").unwrap()
    }

    pub(crate) fn on(&self, seconds: u64) {
        *self.clock.0.lock().unwrap() += Duration::from_secs(seconds);
    }

    pub(crate) fn after(&self, seconds: u64) -> SystemTime {
        self.clock.now() + Duration::from_secs(seconds)
    }

    pub(crate) fn token(&self) -> String {
        let token = self.portcullis.tokens().subject("ada");
        token.expires_in(Duration::from_secs(600)).sign().unwrap()
    }

    /// The status of `/me` with this token.
    pub(crate) fn status(&self, token: &str) -> u16 {
        let request = TestRequest::get().uri("/me");
        self.ask(request.insert_header((AUTHORIZATION, format!("Bearer {token}")))).0
    }

    /// The ids in what `/.well-known/jwks.json` serves.
    pub(crate) fn published(&self) -> Vec<String> {
        let (status, body) = self.ask(TestRequest::get().uri("/.well-known/jwks.json"));
        assert_eq!(status, 200);
        let set = serde_json::from_str::<Value>(&body).unwrap();
        let ids = set["keys"].as_array().unwrap().iter().map(|key| key["kid"].as_str().unwrap());
        ids.map(str::to_owned).collect()
    }

    fn ask(&self, request: TestRequest) -> (u16, String) {
        System::new().block_on(async {
            let app = init_service(App::new().configure(self.portcullis.mount())).await;
            let response = call_service(&app, request.to_request()).await;
            let status = response.status().as_u16();
            (status, String::from_utf8(read_body(response).await.to_vec()).unwrap())
        })
    }
}

/// The `kid` of a token.
pub(crate) fn kid(token: &str) -> String {
    let header = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    serde_json::from_slice::<Value>(&header).unwrap()["kid"].as_str().unwrap().to_owned()
}
