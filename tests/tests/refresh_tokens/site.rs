//! A server whose clock the tests move.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_test::{TestServer, start};
use actix_web::http::header::{HeaderMap, SET_COOKIE};
use actix_web::{App, HttpResponse, web};
use portcullis::{
    Clock, Error, JwtBearer, Login, Logins, MemoryStore, Portcullis, Principal, RefreshStore,
    RefreshTokens, TokenResponse, endpoint,
};
use serde_json::Value;

use crate::service::Service;

pub(super) const KEY: [u8; 32] = *b"0123456789abcdef0123456789ABCDEF";
pub(super) const PATH: &str = "/api/refresh-token";

/// When every test begins, in seconds since 1970.
pub(super) const START: u64 = 1_700_000_000;

/// A clock that stands still until it is moved.
#[derive(Clone, Debug)]
pub(super) struct Standing(Arc<AtomicU64>);

impl Standing {
    pub(super) fn set(&self, seconds: u64) {
        self.0.store(START + seconds, Ordering::SeqCst);
    }
}

impl Clock for Standing {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// The login endpoint of the FastEndpoints page.
#[endpoint(get = "/api/login", post = "/api/login", anonymous)]
async fn login(logins: Logins) -> Result<TokenResponse, Error> {
    logins
        .issue("user-id-001", |user| {
            user.roles(["Admin", "Manager"])
                .permission("Update_Something")
                .claim("UserId", "user-id-001")
        })
        .await
}

#[endpoint(post = "/login/{user}/{label}", anonymous)]
async fn login_as(
    path: web::Path<(String, String)>,
    logins: Logins,
) -> Result<TokenResponse, Error> {
    let (user, label) = path.into_inner();
    logins.label(label).issue(user, |user| user.role("Admin")).await
}

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> web::Json<Value> {
    web::Json(serde_json::json!({
        "id": caller.id(),
        "roles": caller.roles().collect::<Vec<_>>(),
        "permissions": caller.permissions().collect::<Vec<_>>(),
        "scopes": caller.scopes().collect::<Vec<_>>(),
        "sid": caller.claim_as::<String>("sid"),
        "jti": caller.claim_as::<String>("jti"),
        "exp": caller.claim_as::<u64>("exp"),
        "renewed": caller.has_claim("renewed"),
    }))
}

#[endpoint(get = "/logins")]
async fn list(caller: Principal, logins: Logins) -> Result<web::Json<Vec<Login>>, Error> {
    Ok(web::Json(logins.list(&portcullis::UserId::of(&caller)).await?))
}

#[endpoint(delete = "/logins/{sid}")]
async fn end(caller: Principal, sid: web::Path<String>, logins: Logins) -> Result<String, Error> {
    let ended = logins.end(&portcullis::UserId::of(&caller), &sid).await?;
    Ok(ended.to_string())
}

#[endpoint(delete = "/logins")]
async fn end_all(caller: Principal, logins: Logins) -> Result<String, Error> {
    Ok(logins.end_all(&portcullis::UserId::of(&caller)).await?.to_string())
}

#[endpoint(post = "/log-out")]
async fn log_out(caller: Principal, logins: Logins) -> Result<String, Error> {
    Ok(logins.log_out(&caller).await?.to_string())
}

#[endpoint(post = "/log-out-browser", anonymous)]
async fn log_out_browser(logins: Logins) -> Result<String, Error> {
    Ok(logins.log_out_browser().await?.to_string())
}

/// Fails after it has begun a login.
#[endpoint(post = "/login-and-fail", anonymous)]
async fn login_and_fail(logins: Logins) -> Result<HttpResponse, Error> {
    logins.issue("ada", |user| user).await?;
    Err(Error::invalid_credentials("after all"))
}

pub(super) struct Site {
    pub(super) server: TestServer,
    pub(super) portcullis: Portcullis,
    pub(super) clock: Standing,
    pub(super) service: Service,
}

pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Site {
    pub(super) fn new() -> Self {
        Self::over(MemoryStore::new(), |tokens| tokens)
    }

    /// Over this store, with these settings.
    pub(super) fn over(
        store: impl RefreshStore + 'static,
        settings: impl FnOnce(RefreshTokens) -> RefreshTokens,
    ) -> Self {
        let clock = Standing(Arc::new(AtomicU64::new(START)));
        let service = Service::default();
        let portcullis = Portcullis::builder()
            .scheme("jwt", JwtBearer::hs256(KEY))
            .refresh_tokens(settings(RefreshTokens::new(store, service.clone())))
            .clock(clock.clone())
            .log_key([7; 16])
            .build()
            .unwrap();
        let served = portcullis.clone();
        let server = start(move || App::new().configure(served.mount()));
        Self { server, portcullis, clock, service }
    }

    pub(super) async fn login(&self) -> Reply {
        Reply::of(self.server.get("/api/login").send().await.unwrap()).await
    }

    /// The first refresh token of a login.
    pub(super) async fn token(&self) -> String {
        self.login().await.text_of("refresh_token")
    }

    pub(super) async fn refresh(&self, token: &str) -> Reply {
        let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
        Reply::of(self.server.post(PATH).send_form(&form).await.unwrap()).await
    }

    /// A renewal that must be answered with a token.
    pub(super) async fn next(&self, token: &str) -> String {
        let reply = self.refresh(token).await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        reply.text_of("refresh_token")
    }

    /// Whether the token is refused, as every worthless one is.
    pub(super) async fn refuses(&self, token: &str) -> bool {
        let reply = self.refresh(token).await;
        match reply.status {
            200 => false,
            400 => {
                assert_eq!(reply.text, r#"{"error":"invalid_grant"}"#);
                true
            }
            other => panic!("{other}: {}", reply.text),
        }
    }

    pub(super) async fn me(&self, access: &str) -> Reply {
        let request = self.server.get("/me").insert_header(bearer(access));
        Reply::of(request.send().await.unwrap()).await
    }
}

pub(super) fn bearer(access: &str) -> (&'static str, String) {
    ("authorization", format!("Bearer {access}"))
}

impl Reply {
    pub(super) async fn of<S>(mut response: awc::ClientResponse<S>) -> Self
    where
        S: futures_util::Stream<Item = Result<web::Bytes, actix_web::error::PayloadError>> + Unpin,
    {
        let body = response.body().await.unwrap();
        Self {
            status: response.status().as_u16(),
            headers: HeaderMap::from_iter(
                response.headers().iter().map(|(name, value)| (name.clone(), value.clone())),
            ),
            text: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|_| panic!("{}: {}", self.status, self.text))
    }

    pub(super) fn text_of(&self, member: &str) -> String {
        let json = self.json();
        json[member].as_str().unwrap_or_else(|| panic!("no {member}: {json}")).to_owned()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(super) fn cookies(&self) -> Vec<&str> {
        self.headers.get_all(SET_COOKIE).map(|cookie| cookie.to_str().unwrap()).collect()
    }
}
