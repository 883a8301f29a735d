//! A server whose time the test moves, and tokens for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_http::Request;
use actix_web::App;
use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::{AUTHORIZATION, HeaderValue, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use jsonwebtoken::crypto::aws_lc::DEFAULT_PROVIDER;
use jsonwebtoken::{Algorithm, EncodingKey};
use portcullis::{Clock, IntoScheme, JwtBearer, Portcullis};
use serde_json::{Value, json};

pub(crate) const SECRET: &[u8] = b"forty bytes that only the servers know!!";
pub(crate) const NOW: u64 = 1_800_000_000;

/// A clock that the test sets, in milliseconds since 1970.
#[derive(Clone, Debug)]
pub(crate) struct Hands(Arc<AtomicU64>);

impl Hands {
    pub(crate) fn at(seconds: u64) -> Self {
        Self(Arc::new(AtomicU64::new(seconds * 1000)))
    }

    pub(crate) fn set(&self, milliseconds: u64) {
        self.0.store(milliseconds, Ordering::SeqCst);
    }
}

impl Clock for Hands {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// A set-up with this scheme, and another one that shares nothing with it.
pub(crate) fn portcullis(scheme: impl IntoScheme + 'static, clock: &Hands) -> Portcullis {
    Portcullis::builder()
        .scheme("jwt", scheme)
        .scheme("other", JwtBearer::hs256(b"another key, of forty bytes, for others!"))
        .clock(clock.clone())
        .explain_denials(true)
        .build()
        .unwrap()
}

pub(crate) async fn serve(
    portcullis: &Portcullis,
) -> impl Service<Request, Response = ServiceResponse<BoxBody>, Error = actix_web::Error> + use<> {
    init_service(App::new().configure(portcullis.mount())).await
}

/// What a client sees of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) status: u16,
    pub(crate) challenge: Option<String>,
    pub(crate) body: String,
}

pub(crate) fn request(path: &str, token: &str) -> Request {
    let field = HeaderValue::from_str(&format!("Bearer {token}")).unwrap();
    TestRequest::with_uri(path).insert_header((AUTHORIZATION, field)).to_request()
}

pub(crate) async fn ask<S>(server: &S, path: &str, token: &str) -> Seen
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    let response = call_service(server, request(path, token)).await;
    let status = response.status().as_u16();
    let challenge = response.headers().get(WWW_AUTHENTICATE);
    let challenge = challenge.map(|value| value.to_str().unwrap().to_owned());
    let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    Seen { status, challenge, body }
}

pub(crate) async fn status<S>(server: &S, token: &str) -> u16
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    ask(server, "/me", token).await.status
}

/// A token of these claims, besides a subject and an expiry far away.
pub(crate) fn token(claims: Value) -> String {
    let mut all = json!({ "sub": "alice", "exp": NOW + 86_400 });
    let members = all.as_object_mut().unwrap();
    members.extend(claims.as_object().unwrap().clone());
    members.retain(|_, value| !value.is_null());
    signed(SECRET, r#"{"alg":"HS256"}"#, &all.to_string())
}

pub(crate) fn signed(secret: &[u8], header: &str, claims: &str) -> String {
    let message = format!("{}.{}", encode(header), encode(claims));
    let key = EncodingKey::from_secret(secret);
    let signer = (DEFAULT_PROVIDER.signer_factory)(&Algorithm::HS256, &key).unwrap();
    format!("{message}.{}", encode(signer.try_sign(message.as_bytes()).unwrap()))
}

fn encode(bytes: impl AsRef<[u8]>) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}
