//! A server with keys, and a clock that a test moves.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::Method;
use actix_web::http::header::WWW_AUTHENTICATE;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, web};
use portcullis::{ApiKey, ApiKeyStore, ApiKeys, Clock, IssuedApiKey, NewApiKey, Portcullis};

pub(crate) const START: u64 = 1_800_000_000;

/// Seconds since 1970, as a test puts it.
#[derive(Clone, Debug)]
pub(crate) struct Hand(Arc<AtomicU64>);

impl Hand {
    pub(crate) fn pass(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Hand {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

pub(crate) struct Server {
    pub(crate) portcullis: Portcullis,
    pub(crate) keys: ApiKeys,
    pub(crate) clock: Hand,
}

/// All that a caller can see of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) challenge: String,
    pub(crate) body: String,
}

impl Server {
    pub(crate) fn new(
        store: impl ApiKeyStore + 'static,
        change: impl FnOnce(ApiKey) -> ApiKey,
    ) -> Self {
        let clock = Hand(Arc::new(AtomicU64::new(START)));
        let keys = ApiKeys::new("acme", store).clock(clock.clone());
        let builder = Portcullis::builder().module("api_key::endpoints").clock(clock.clone());
        let portcullis = builder.scheme("key", change(ApiKey::new(&keys))).build().unwrap();
        Self { portcullis, keys, clock }
    }

    pub(crate) async fn issue(&self) -> IssuedApiKey {
        self.keys.issue(NewApiKey::of("ada")).await.unwrap()
    }

    /// What `/me` answers to a key in `X-API-Key`.
    pub(crate) async fn me(&self, key: impl AsRef<[u8]>) -> Answer {
        self.get("/me", &[("x-api-key", key.as_ref())]).await
    }

    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &[u8])]) -> Answer {
        self.send(Method::GET, path, headers).await
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &[u8])],
    ) -> Answer {
        let app = App::new().app_data(web::Data::new(self.keys.clone()));
        let app = init_service(app.configure(self.portcullis.mount())).await;
        let mut request = TestRequest::default().method(method).uri(path);
        for header in headers {
            request = request.append_header(*header);
        }
        let response = call_service(&app, request.to_request()).await;
        let challenge = response.headers().get(WWW_AUTHENTICATE);
        let challenge = challenge.map_or("", |value| value.to_str().unwrap()).to_owned();
        let status = response.status().as_u16();
        let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
        Answer { status, challenge, body }
    }
}
