//! A server whose time the test has in its hands.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::header::{RETRY_AFTER, SET_COOKIE, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use portcullis::{
    Algorithm, ApiKey, ApiKeys, Builder, Clock, CookieSession, HttpBasic, IntoScheme, JwtBearer,
    Key, MemoryStore, NewApiKey, Opening, Portcullis, Principal, Revocations,
};
use serde_json::{Value, json};

use super::application::{Changed, Own};

pub(crate) const SECRET: &[u8] = b"forty bytes that only the servers know!!";
pub(crate) const ISSUER: &str = "https://issuer.example";
pub(crate) const START: u64 = 1_800_000_000;
pub(crate) const KEY: [u8; 32] = *b"0123456789abcdef0123456789ABCDEF";

const HOUR: Duration = Duration::from_secs(3600);

/// Seconds since 1970, as a test puts it.
#[derive(Clone, Debug)]
pub(crate) struct Hand(Arc<AtomicU64>);

impl Hand {
    pub(crate) fn pass(&self, seconds: u64) {
        self.0.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn go_back(&self, seconds: u64) {
        self.0.fetch_sub(seconds, Ordering::SeqCst);
    }

    pub(crate) fn seconds(&self) -> u64 {
        self.0.load(Ordering::SeqCst)
    }
}

impl Default for Hand {
    fn default() -> Self {
        Self(Arc::new(AtomicU64::new(START)))
    }
}

impl Clock for Hand {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.seconds())
    }
}

pub(crate) struct Server {
    pub(crate) portcullis: Portcullis,
    pub(crate) revocations: Revocations,
    pub(crate) keys: ApiKeys,
    pub(crate) clock: Hand,
}

/// All that a caller can see of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) status: u16,
    pub(crate) challenge: String,
    pub(crate) retry: bool,
    pub(crate) body: String,
    pub(crate) cookie: Option<String>,
}

pub(crate) fn opening(clock: &Hand) -> Opening {
    Revocations::open(MemoryStore::new()).clock(clock.clone())
}

impl Server {
    pub(crate) async fn new() -> Self {
        let clock = Hand::default();
        let revocations = opening(&clock).await.unwrap();
        Self::with(revocations, clock, |builder| builder)
    }

    pub(crate) fn with(
        revocations: Revocations,
        clock: Hand,
        change: impl FnOnce(Builder) -> Builder,
    ) -> Self {
        let keys = ApiKeys::new("acme", MemoryStore::new()).clock(clock.clone());
        let basic = HttpBasic::new(async |name: &str, _password| Ok(Some(Principal::new(name))));
        let stored = CookieSession::stored(MemoryStore::new()).cookie_name("__Host-stored");
        let changed = Changed.transform(|caller: Principal| {
            // Nothing of the token is left.
            Principal::new(format!("not {}", caller.id()))
        });
        let token = Principal::new("ada").claim("jti", "1").expires(clock.now() + HOUR);
        let (brief, now) = (Own(Arc::new(token.into()), "x-brief"), clock.clone());
        let brief = brief.transform(move |caller: Principal| {
            // Asked again soon, whatever the credentials say.
            caller.expires(now.now() + Duration::from_secs(30))
        });
        let public = Key::pem(Algorithm::Es256, include_str!("../../keys/p256.pub.pem"));
        let shared = Arc::default();
        let builder = Portcullis::builder()
            .module("revocation::endpoints")
            .scheme("jwt", JwtBearer::hs256(SECRET))
            .scheme("es256", JwtBearer::new(public).issuer(ISSUER).audience("api"))
            .scheme("sealed", CookieSession::sealed([KEY]))
            .scheme("stored", stored)
            .scheme("key", ApiKey::new(&keys))
            .scheme("basic", basic)
            .scheme("own", Own(Arc::clone(&shared), "x-own"))
            .scheme("own-too", Own(shared, "x-own-too"))
            .scheme("changed", changed)
            .scheme("brief", brief)
            .clock(clock.clone())
            .revocations(revocations.clone());
        Self { portcullis: change(builder).build().unwrap(), revocations, keys, clock }
    }

    pub(crate) async fn send(&self, request: TestRequest) -> Seen {
        let app = init_service(App::new().configure(self.portcullis.mount())).await;
        let response = call_service(&app, request.to_request()).await;
        let header = |name| response.headers().get(name);
        let text = |name| header(name).map(|value| value.to_str().unwrap().to_owned());
        let challenges = response.headers().get_all(WWW_AUTHENTICATE);
        let challenges = challenges.map(|one| one.to_str().unwrap()).collect::<Vec<_>>();
        Seen {
            status: response.status().as_u16(),
            challenge: challenges.join(", "),
            retry: header(RETRY_AFTER).is_some(),
            cookie: text(SET_COOKIE).map(|it| it.split(';').next().unwrap().to_owned()),
            body: String::from_utf8(read_body(response).await.to_vec()).unwrap(),
        }
    }

    /// `GET` with a header.
    pub(crate) async fn get(&self, path: &str, header: &(String, String)) -> Seen {
        self.send(TestRequest::get().uri(path).insert_header(header.clone())).await
    }

    pub(crate) async fn post(&self, path: &str, header: &(String, String)) -> Seen {
        let request = TestRequest::post().uri(path).insert_header(header.clone());
        self.send(request.insert_header(("sec-fetch-site", "same-origin"))).await
    }

    /// The status of `/me`.
    pub(crate) async fn me(&self, header: &(String, String)) -> u16 {
        self.get("/me", header).await.status
    }

    /// A token that ends in an hour, with these claims besides.
    pub(crate) fn token(&self, claims: Value) -> (String, String) {
        let mut all = json!({ "sub": "ada", "exp": self.clock.seconds() + 3600 });
        all.as_object_mut().unwrap().extend(claims.as_object().unwrap().clone());
        bearer(&signed(&all))
    }

    pub(crate) async fn session(&self, scheme: &str) -> (String, String) {
        let none = ("x-none".to_owned(), String::new());
        let answer = self.post(&format!("/sign-in/{scheme}"), &none).await;
        ("cookie".to_owned(), answer.cookie.unwrap())
    }

    pub(crate) async fn key(&self) -> (String, String) {
        let key = self.keys.issue(NewApiKey::of("ada")).await.unwrap();
        ("x-api-key".to_owned(), key.expose().to_owned())
    }
}

pub(crate) fn basic() -> (String, String) {
    ("authorization".to_owned(), format!("Basic {}", BASE64_STANDARD.encode("ada:right")))
}

pub(crate) fn own() -> (String, String) {
    ("x-own".to_owned(), String::new())
}

pub(crate) fn own_too() -> (String, String) {
    ("x-own-too".to_owned(), String::new())
}

pub(crate) fn brief() -> (String, String) {
    ("x-brief".to_owned(), String::new())
}

pub(crate) fn bearer(token: &str) -> (String, String) {
    ("authorization".to_owned(), format!("Bearer {token}"))
}

pub(crate) fn signed(claims: &Value) -> String {
    portcullis_tests::choose_cryptography();
    let key = jsonwebtoken::EncodingKey::from_secret(SECRET);
    jsonwebtoken::encode(&jsonwebtoken::Header::default(), claims, &key).unwrap()
}
