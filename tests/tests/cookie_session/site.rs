//! A server with sessions, whose clock the tests move.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::body::MessageBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{CACHE_CONTROL, SET_COOKIE, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Builder, Clock, CookieSession, IntoScheme, Limits, MemoryStore, Portcullis};

pub(super) const KEY: [u8; 32] = *b"0123456789abcdef0123456789ABCDEF";

/// When every test begins, in seconds since 1970.
pub(super) const START: u64 = 1_700_000_000;

/// A clock that stands still until it is moved.
#[derive(Clone, Debug)]
pub(super) struct Standing(Arc<AtomicU64>);

impl Standing {
    pub(super) fn new() -> Self {
        Self(Arc::new(AtomicU64::new(START)))
    }

    pub(super) fn set(&self, seconds: u64) {
        self.0.store(START + seconds, Ordering::SeqCst);
    }
}

impl Clock for Standing {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

#[derive(Clone)]
pub(super) struct Site {
    pub(super) portcullis: Portcullis,
    pub(super) clock: Standing,
}

/// An answer, as far as sessions go.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) cookies: Vec<String>,
    pub(super) cache: Option<String>,
    pub(super) challenge: Option<String>,
    pub(super) body: String,
}

impl Reply {
    pub(super) async fn of<B: MessageBody>(response: ServiceResponse<B>) -> Self {
        let text =
            |name| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let cookies = response.headers().get_all(SET_COOKIE);
        Self {
            status: response.status().as_u16(),
            cookies: cookies.map(|cookie| cookie.to_str().unwrap().to_owned()).collect(),
            cache: text(CACHE_CONTROL),
            challenge: text(WWW_AUTHENTICATE),
            body: String::from_utf8_lossy(&read_body(response).await).into_owned(),
        }
    }
}

impl Site {
    /// With this scheme of sessions, and one `other` beside it.
    pub(super) fn new(scheme: impl IntoScheme + 'static) -> Self {
        let other = CookieSession::stored(MemoryStore::new()).cookie_name("__Host-other");
        Self::beside(scheme, other)
    }

    pub(super) fn beside(
        scheme: impl IntoScheme + 'static,
        other: impl IntoScheme + 'static,
    ) -> Self {
        Self::built(Portcullis::builder().scheme("cookie", scheme).scheme("other", other))
    }

    /// With these schemes and settings.
    pub(super) fn built(builder: Builder) -> Self {
        let clock = Standing::new();
        Self { portcullis: builder.clock(clock.clone()).build().unwrap(), clock }
    }

    pub(super) fn sealed() -> Self {
        Self::new(CookieSession::sealed([KEY]))
    }

    pub(super) fn stored() -> Self {
        Self::new(CookieSession::stored(MemoryStore::new()))
    }

    /// Both kinds, for whatever holds for both.
    pub(super) fn both() -> [Self; 2] {
        [Self::sealed(), Self::stored()]
    }

    /// Both kinds, with these limits in seconds.
    pub(super) fn both_with(idle: u64, absolute: u64) -> [Self; 2] {
        let limits = Limits::new(Duration::from_secs(idle), Duration::from_secs(absolute));
        let stored = CookieSession::stored(MemoryStore::new()).limits(limits);
        [Self::new(CookieSession::sealed([KEY]).limits(limits)), Self::new(stored)]
    }

    pub(super) async fn send(&self, request: TestRequest) -> Reply {
        let app = init_service(App::new().configure(self.portcullis.mount())).await;
        Reply::of(call_service(&app, request.to_request()).await).await
    }

    /// `GET` with this `Cookie` header.
    pub(super) async fn get(&self, path: &str, cookie: &str) -> Reply {
        self.send(TestRequest::get().uri(path).insert_header(("cookie", cookie))).await
    }
}

/// `POST` from a page of the application.
pub(super) fn post(path: &str) -> TestRequest {
    TestRequest::post().uri(path).insert_header(("sec-fetch-site", "same-origin"))
}
