//! A provider, a server that trusts it, and a clock that the test moves.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, RETRY_AFTER};
use actix_web::rt::time::sleep;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Authority, Clock, JwtBearer, Portcullis};
use portcullis_identity_provider::{IdentityProvider, Page};
use serde_json::{Value, json};

/// What time it is at first, in seconds since 1970.
pub(crate) const NOW: u64 = 1_800_000_000;

pub(crate) const TIME_LIMIT: Duration = Duration::from_millis(700);

/// A clock that only the test moves.
#[derive(Clone, Debug)]
pub(crate) struct Moved(Arc<Mutex<SystemTime>>);

impl Default for Moved {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(UNIX_EPOCH + Duration::from_secs(NOW))))
    }
}

impl Moved {
    pub(crate) fn on(&self, seconds: u64) {
        *self.0.lock().unwrap() += Duration::from_secs(seconds);
    }

    pub(crate) fn back(&self, seconds: u64) {
        *self.0.lock().unwrap() -= Duration::from_secs(seconds);
    }
}

impl Clock for Moved {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}

pub(crate) struct Bed {
    pub(crate) provider: IdentityProvider,
    pub(crate) clock: Moved,
    pub(crate) portcullis: Portcullis,
}

/// The provider as the server is told of it.
pub(crate) fn authority(provider: &IdentityProvider) -> Authority {
    Authority::new(provider.issuer())
        .root_certificate(provider.root_certificate())
        .time_limit(TIME_LIMIT)
}

pub(crate) fn served(scheme: JwtBearer, clock: &Moved) -> Portcullis {
    let builder = Portcullis::builder().scheme("jwt", scheme).clock(clock.clone());
    builder.explain_denials(true).build().unwrap()
}

/// Claims of a token for this server, with an hour left.
pub(crate) fn claims() -> Value {
    json!({ "sub": "ada", "aud": "api", "exp": NOW + 3600 })
}

impl Bed {
    pub(crate) fn new() -> Self {
        Self::with(|authority| JwtBearer::authority(authority).audience("api"))
    }

    pub(crate) fn with(scheme: impl FnOnce(Authority) -> JwtBearer) -> Self {
        let (provider, clock) = (IdentityProvider::start(), Moved::default());
        let portcullis = served(scheme(authority(&provider)), &clock);
        Self { provider, clock, portcullis }
    }

    /// One whose keys were fetched.
    pub(crate) async fn warm() -> Self {
        let bed = Self::new();
        assert_eq!(bed.status(&bed.token()).await, 200);
        bed
    }

    /// A good token of the newest key.
    pub(crate) fn token(&self) -> String {
        self.provider.token(claims())
    }

    /// A token whose `kid` is nobody's.
    pub(crate) fn unknown(&self, number: usize) -> String {
        unknown(self.provider.issuer(), number)
    }

    pub(crate) async fn status(&self, token: &str) -> u16 {
        answer(&self.portcullis, token).await.0
    }

    pub(crate) async fn body(&self, token: &str) -> String {
        let (status, body) = answer(&self.portcullis, token).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    /// How often metadata and keys were asked for.
    pub(crate) fn asked(&self) -> (usize, usize) {
        (self.provider.asked(Page::Metadata), self.provider.asked(Page::Keys))
    }

    /// Waits until this token is answered so, while something happens in the background.
    pub(crate) async fn becomes(&self, token: &str, status: u16) {
        let begun = Instant::now();
        while self.status(token).await != status {
            assert!(begun.elapsed() < Duration::from_secs(20), "never {status}");
            sleep(Duration::from_millis(10)).await;
        }
    }
}

/// A token that claims to be of this issuer, with a `kid` that is nobody's.
pub(crate) fn unknown(issuer: &str, number: usize) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    let part = |json: Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let header = part(json!({ "alg": "ES256", "kid": format!("nobody-{number}") }));
    let claims = json!({ "iss": issuer, "sub": "eve", "aud": "api", "exp": NOW + 3600 });
    format!("{header}.{}.{}", part(claims), URL_SAFE_NO_PAD.encode([7; 64]))
}

/// The status, and the body; 503 with `Retry-After`, as it must be.
pub(crate) async fn answer(portcullis: &Portcullis, token: &str) -> (u16, String) {
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::get().uri("/me");
    let request = request.insert_header((AUTHORIZATION, format!("Bearer {token}")));
    let response = call_service(&app, request.to_request()).await;
    let status = response.status();
    let retries = response.headers().contains_key(RETRY_AFTER);
    assert_eq!(retries, status == StatusCode::SERVICE_UNAVAILABLE);
    let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    (status.as_u16(), body)
}
