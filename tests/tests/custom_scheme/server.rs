//! A server that knows the scheme, with a clock that a test moves, and requests to it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::Method;
use actix_web::http::header::WWW_AUTHENTICATE;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Builder, Clock, Portcullis, Principal};

use crate::scheme::{Message, SignedRequests, content_digest};

pub(crate) const SECRET: &str = "a secret of at least thirty-two bytes";
pub(crate) const NOW: u64 = 1_800_000_000;

/// Seconds since 1970, as a test puts it.
#[derive(Clone, Debug)]
pub(crate) struct Hand(Arc<AtomicU64>);

impl Hand {
    pub(crate) fn new() -> Self {
        Self(Arc::new(AtomicU64::new(NOW)))
    }

    pub(crate) fn pass(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }
}

impl Clock for Hand {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

pub(crate) fn signed() -> SignedRequests {
    SignedRequests::new().key("runner", SECRET, Principal::new("ada").role("Runner"))
}

pub(crate) fn builder(clock: &Hand) -> Builder {
    Portcullis::builder().module("custom_scheme::endpoints::plain").clock(clock.clone())
}

/// A request as its parts.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) target: String,
    pub(crate) body: String,
    pub(crate) headers: Vec<(&'static str, Vec<u8>)>,
}

/// All that a caller can see of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) challenges: Vec<String>,
    pub(crate) body: String,
}

impl Request {
    pub(crate) fn new(method: Method, target: &str, body: &str) -> Self {
        Self { method, target: target.to_owned(), body: body.to_owned(), headers: Vec::new() }
    }

    pub(crate) fn get(target: &str) -> Self {
        Self::new(Method::GET, target, "")
    }

    /// With a nonce that no other request has.
    pub(crate) fn signed(self) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let nonce = format!("{:016}", NEXT.fetch_add(1, Ordering::SeqCst));
        self.signed_with("runner", SECRET, &nonce, &NOW.to_string())
    }

    pub(crate) fn signed_with(mut self, id: &str, secret: &str, nonce: &str, at: &str) -> Self {
        let digest = content_digest(self.body.as_bytes());
        let message = Message {
            method: self.method.as_str(),
            target: &self.target,
            key_id: id,
            nonce,
            signed_at: at,
            digest: &digest,
        };
        let authorization = message.authorization(secret.as_bytes());
        self.headers.extend([
            ("authorization", authorization.into_bytes()),
            ("signed-at", at.as_bytes().to_vec()),
            ("content-digest", digest.into_bytes()),
        ]);
        self
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        self.headers.push((name, value.as_ref().to_vec()));
        self
    }

    /// Instead of the header that is there.
    pub(crate) fn instead(mut self, name: &'static str, value: impl AsRef<[u8]>) -> Self {
        self.headers.retain(|(own, _)| *own != name);
        self.with(name, value)
    }

    pub(crate) async fn send(&self, portcullis: &Portcullis) -> Answer {
        let app = init_service(App::new().configure(portcullis.mount())).await;
        let mut request = TestRequest::default().method(self.method.clone()).uri(&self.target);
        for (name, value) in &self.headers {
            request = request.append_header((*name, value.as_slice()));
        }
        let request = request.set_payload(self.body.clone()).to_request();
        let response = call_service(&app, request).await;
        let challenges = response.headers().get_all(WWW_AUTHENTICATE);
        let challenges = challenges.map(|value| value.to_str().unwrap().to_owned()).collect();
        let status = response.status().as_u16();
        let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
        Answer { status, challenges, body }
    }
}
