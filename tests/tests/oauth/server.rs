//! The server over HTTP, with a clock that a test moves.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_test::TestServer;
use actix_web::App;
use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use portcullis::{
    Algorithm, Builder, Clock, Csrf, HttpBasic, JwtBearer, Key, NotIssued, Portcullis, Principal,
    RefreshTokenService, RefreshTokens, Renewal, Revocations, Trusted, UserPrivileges,
};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::ailing::Ailing;

pub(crate) const SECRET: &[u8] = b"forty bytes that only the servers know!!";
pub(crate) const PARTNERS_SECRET: &[u8] = b"forty bytes that only the partner knows!";
pub(crate) const ISSUER: &str = "https://issuer.example";
pub(crate) const START: u64 = 1_800_000_000;
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

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

/// Renews what was there.
pub(crate) struct Same;

impl RefreshTokenService for Same {
    async fn renewal_privileges(
        &self,
        _: &Renewal,
        privileges: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        Ok(privileges.role("Reader"))
    }
}

pub(crate) struct Server {
    http: TestServer,
    pub(crate) clock: Hand,
    pub(crate) logins: Ailing,
    pub(crate) revoked: Ailing,
    pub(crate) revocations: Revocations,
}

/// What a login or a renewal hands out.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) access: String,
    pub(crate) refresh: String,
}

/// All that a client can see of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
    pub(crate) cache: String,
    pub(crate) kind: String,
    pub(crate) retry: bool,
}

impl Server {
    pub(crate) async fn start() -> Self {
        Self::with(|builder| builder).await
    }

    pub(crate) async fn with(change: impl FnOnce(Builder) -> Builder) -> Self {
        let (logins, revoked) = (Ailing::default(), Ailing::default());
        let clock = Hand(Arc::new(AtomicU64::new(START)));
        let opening = Revocations::open(revoked.clone()).clock(clock.clone());
        let revocations = opening.bound(Duration::from_secs(3600)).await.unwrap();
        let builder = builder(logins.clone()).clock(clock.clone());
        let portcullis = change(builder.revocations(revocations.clone())).build().unwrap();
        let http = actix_test::start(move || App::new().configure(portcullis.mount()));
        Self { http, clock, logins, revoked, revocations }
    }

    pub(crate) async fn log_in(&self, user: &str) -> Pair {
        let answer = self.send("POST", &format!("/login/{user}"), &[], "").await;
        assert_eq!(answer.status, 200, "{answer:?}");
        pair(&answer)
    }

    pub(crate) async fn renew(&self, refresh: &str) -> Answer {
        let form = format!("grant_type=refresh_token&refresh_token={refresh}");
        self.send("POST", "/api/refresh-token", &[("content-type", FORM)], &form).await
    }

    /// The status of an endpoint that takes access tokens.
    pub(crate) async fn me(&self, access: &str) -> u16 {
        self.send("GET", "/me", &[("authorization", &format!("Bearer {access}"))], "").await.status
    }

    /// What a client is answered that sends a form.
    pub(crate) async fn ask(&self, path: &str, client: &str, form: &str) -> Answer {
        let authorization = basic(client);
        let headers = [(CONTENT_TYPE.as_str(), FORM), (AUTHORIZATION.as_str(), &*authorization)];
        self.send("POST", path, &headers, form).await
    }

    pub(crate) async fn revoke(&self, token: &str) -> Answer {
        self.ask("/oauth/revoke", "gateway", &format!("token={token}")).await
    }

    pub(crate) async fn introspect(&self, token: &str) -> Answer {
        self.ask("/oauth/introspect", "gateway", &format!("token={token}")).await
    }

    pub(crate) async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = self.http.request(method.parse().unwrap(), self.http.url(path));
        for (name, value) in headers {
            request = request.append_header((*name, *value));
        }
        let mut response = request.send_body(body.to_owned()).await.unwrap();
        let body = String::from_utf8(response.body().await.unwrap().to_vec()).unwrap();
        let text = |name| {
            let value = response.headers().get(name);
            value.map_or("", |value| value.to_str().unwrap()).to_owned()
        };
        Answer {
            status: response.status().as_u16(),
            body,
            cache: text(CACHE_CONTROL),
            kind: text(CONTENT_TYPE),
            retry: response.headers().contains_key(RETRY_AFTER),
        }
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// The set-up without revocations and clock.
pub(crate) fn builder(store: Ailing) -> Builder {
    let clients = HttpBasic::new(async |name: &str, password: portcullis::Password| {
        let client = Principal::new(name);
        Ok(match (name, password.expose() == "secret") {
            ("gateway", true) => Some(client.permission("tokens:introspect")),
            ("shop", true) => Some(client),
            _ => None,
        })
    });
    let partner = Trusted::issuer("https://partner.example").audience("api");
    let second = JwtBearer::hs256(b"forty bytes that sign nothing around here".as_slice());
    let second = second.issuer("https://second.example").audience("api");
    let second = second.trust(partner.key(Key::secret(Algorithm::Hs256, PARTNERS_SECRET)));
    Portcullis::builder()
        .module("oauth::endpoints")
        .scheme("jwt", JwtBearer::hs256(SECRET).issuer(ISSUER).audience("api"))
        .scheme("clients", clients)
        .scheme("second", second)
        .csrf(Csrf::default().allow_non_browsers())
        .refresh_tokens(RefreshTokens::new(store, Same).scheme("jwt"))
}

pub(crate) fn pair(answer: &Answer) -> Pair {
    let answer = answer.json();
    let text = |name: &str| answer[name].as_str().unwrap().to_owned();
    Pair { access: text("access_token"), refresh: text("refresh_token") }
}

pub(crate) fn basic(client: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(format!("{client}:secret")))
}

/// A token that somebody with the server's key has signed, in the middle of its life.
pub(crate) fn signed(change: &Value) -> String {
    let mut claims = json!({
        "iss": ISSUER, "aud": "api", "sub": "ada", "jti": "1",
        "iat": START - 60, "nbf": START - 60, "exp": START + 600,
    });
    for (name, value) in change.as_object().unwrap() {
        match value {
            Value::Null => drop(claims.as_object_mut().unwrap().remove(name)),
            value => claims[name] = value.clone(),
        }
    }
    signed_by(SECRET, &json!({"alg": "HS256", "typ": "at+jwt"}), &claims)
}

pub(crate) fn signed_by(secret: &[u8], header: &Value, claims: &Value) -> String {
    let part = |json: &Value| BASE64_URL_SAFE_NO_PAD.encode(json.to_string());
    let message = format!("{}.{}", part(header), part(claims));
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    mac.update(message.as_bytes());
    let signature = BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    format!("{message}.{signature}")
}
