//! A server whose passwords a test knows, with a clock that it moves.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, HeaderMap, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use portcullis::{Clock, HttpBasic, Password, Portcullis, Principal};

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

/// What the check was asked.
#[derive(Clone, Default)]
pub(crate) struct Asked {
    pub(crate) times: Arc<AtomicUsize>,
    pub(crate) last: Arc<Mutex<(String, String)>>,
    pub(crate) running: Arc<AtomicUsize>,
    pub(crate) most: Arc<AtomicUsize>,
}

pub(crate) struct Directory {
    pub(crate) portcullis: Portcullis,
    pub(crate) clock: Hand,
    pub(crate) asked: Asked,
}

/// All that a caller can see of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Directory {
    /// `ada` and `bob` have the password `right`; to ask for `down` fails, and for `panic` too.
    pub(crate) fn new(change: impl FnOnce(HttpBasic) -> HttpBasic) -> Self {
        let (asked, clock) = (Asked::default(), Hand(Arc::new(AtomicU64::new(1_800_000_000))));
        let basic = change(HttpBasic::new(check(asked.clone())));
        let builder = Portcullis::builder().scheme("basic", basic).clock(clock.clone());
        let portcullis = builder.module("http_basic::endpoints").build().unwrap();
        Self { portcullis, clock, asked }
    }

    /// What `/me` answers to these fields of `Authorization`, from an address.
    pub(crate) async fn fields(&self, from: &str, fields: &[&[u8]]) -> Answer {
        let mut request = TestRequest::get().uri("/me").peer_addr(socket(from));
        for field in fields {
            request = request.append_header((AUTHORIZATION, *field));
        }
        self.send(request).await
    }

    pub(crate) async fn ask(&self, from: &str, user: &str, password: &str) -> Answer {
        self.fields(from, &[basic(user, password).as_bytes()]).await
    }

    pub(crate) async fn send(&self, request: TestRequest) -> Answer {
        let app = init_service(App::new().configure(self.portcullis.mount())).await;
        let response = call_service(&app, request.to_request()).await;
        let (status, headers) = (response.status(), listed(response.headers()));
        let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
        Answer { status: status.as_u16(), headers, body }
    }

    pub(crate) async fn fail(&self, times: usize, from: &str, user: &str) {
        for time in 0..times {
            assert_eq!(self.ask(from, user, "wrong").await.status, 401, "{user} {from} {time}");
        }
    }

    pub(crate) fn times_asked(&self) -> usize {
        self.asked.times.load(Ordering::SeqCst)
    }
}

impl Answer {
    pub(crate) fn header(&self, name: impl AsRef<str>) -> Option<&str> {
        let own = self.headers.iter().find(|(own, _)| own == name.as_ref());
        own.map(|(_, value)| value.as_str())
    }

    pub(crate) fn challenge(&self) -> &str {
        self.header(WWW_AUTHENTICATE).unwrap_or_default()
    }

    pub(crate) fn is_throttled(&self, seconds: u64) {
        assert_eq!(self.status, StatusCode::TOO_MANY_REQUESTS.as_u16(), "{self:?}");
        assert_eq!(self.header(RETRY_AFTER), Some(seconds.to_string().as_str()), "{self:?}");
        assert_eq!(self.header("cache-control"), Some("no-store"));
        assert_eq!(self.challenge(), "");
    }
}

pub(crate) fn basic(user: &str, password: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}")))
}

pub(crate) fn socket(address: &str) -> std::net::SocketAddr {
    (address.parse::<std::net::IpAddr>().unwrap(), 40_000).into()
}

fn check(
    asked: Asked,
) -> impl AsyncFn(&str, Password) -> Result<Option<Principal>, Box<dyn std::error::Error + Send + Sync>>
+ Send
+ Sync
+ 'static {
    async move |user: &str, password: Password| {
        asked.times.fetch_add(1, Ordering::SeqCst);
        let running = asked.running.fetch_add(1, Ordering::SeqCst) + 1;
        asked.most.fetch_max(running, Ordering::SeqCst);
        assert_eq!(format!("{password:?}"), "Password(..)");
        *asked.last.lock().unwrap() = (user.to_owned(), password.expose().to_owned());
        for _ in 0..3 {
            actix_web::rt::task::yield_now().await;
        }
        asked.running.fetch_sub(1, Ordering::SeqCst);
        match (user.trim().to_lowercase().as_str(), password.expose()) {
            ("down", _) => Err("the directory is down".into()),
            ("panic", _) => panic_like_a_user(),
            ("ada" | "bob", "right" | "") => Ok(Some(Principal::new(user))),
            _ => Ok(None),
        }
    }
}

#[expect(clippy::panic, reason = "a check of the application that is broken")]
fn panic_like_a_user() -> ! {
    panic!("a check of the application panicked")
}

fn listed(headers: &HeaderMap) -> Vec<(String, String)> {
    let mut listed = headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect::<Vec<_>>();
    listed.sort();
    listed
}
