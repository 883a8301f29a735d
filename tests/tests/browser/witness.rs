//! What the bank has seen, and what has become of its money.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use actix_web::dev::ServiceResponse;
use actix_web::rt::time::sleep;

/// A request as it has come, and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) verb: String,
    pub(crate) path: String,
    /// Whether it has brought the cookie of the one who has signed in.
    pub(crate) with_cookie: bool,
    pub(crate) site: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) status: u16,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Witness {
    requests: Arc<Mutex<Vec<Request>>>,
    paid: Arc<AtomicUsize>,
}

impl Witness {
    pub(crate) fn pay(&self) {
        self.paid.fetch_add(1, Ordering::SeqCst);
    }

    /// How often money has changed hands.
    pub(crate) fn paid(&self) -> usize {
        self.paid.load(Ordering::SeqCst)
    }

    pub(crate) fn see(&self, response: &ServiceResponse) {
        let request = response.request();
        let header = |name: &str| {
            let value = request.headers().get(name)?;
            value.to_str().ok().map(ToOwned::to_owned)
        };
        let mut sent = request.headers().get_all("cookie");
        let seen = Request {
            verb: request.method().to_string(),
            path: request.path().to_owned(),
            // HTTP/2 may send each cookie in a field of its own (RFC 9113 §8.2.3).
            with_cookie: sent.any(|value| has(value.as_bytes(), cookie(request.path()))),
            site: header("sec-fetch-site"),
            origin: header("origin"),
            status: response.status().as_u16(),
        };
        // Pages, their icons and the preflights of CORS are nobody's money.
        if !seen.path.starts_with("/page") && seen.path != "/favicon.ico" && seen.verb != "OPTIONS"
        {
            self.requests.lock().unwrap().push(seen);
        }
    }

    /// What was seen since it was last asked for.
    pub(crate) fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }

    /// The one request that is on its way.
    pub(crate) async fn next(&self) -> Request {
        let begun = Instant::now();
        loop {
            let mut seen = self.take();
            if let Some(one) = seen.pop() {
                assert!(seen.is_empty(), "{seen:?} beside {one:?}");
                return one;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "the request never comes");
            sleep(Duration::from_millis(10)).await;
        }
    }
}

fn has(value: &[u8], cookie: &str) -> bool {
    value.windows(cookie.len()).any(|part| part == cookie.as_bytes())
}

/// The cookie that an endpoint goes by.
fn cookie(path: &str) -> &'static str {
    match path {
        "/pay/plain" => "plain=ada",
        "/pay/session" | "/account" | "/sign-out" => "__Host-session=",
        _ => "__Host-none=ada",
    }
}
