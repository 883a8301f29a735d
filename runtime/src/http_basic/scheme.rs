//! `HttpBasic` at work.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::HttpRequest;
use actix_web::http::header::{HeaderMap, HeaderValue};

use super::config::HttpBasic;
use super::credentials::{Credentials, Unreadable};
use super::throttle::{Attempts, Refused};
use crate::scheme::{Answer, Authorization, Challenge, Found, Reason, Scheme};

/// Recognizes callers by names and passwords in `Authorization`.
#[derive(Debug)]
pub(super) struct BasicScheme {
    pub(super) config: HttpBasic,
    pub(super) attempts: Arc<Attempts>,
    pub(super) challenge: Challenge,
    /// Whether it was told that everybody seems to come from a proxy.
    pub(super) warned: AtomicBool,
}

impl Scheme for BasicScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let token = match Authorization::of(request.headers(), "Basic") {
            Authorization::Absent => return Answer::Ready(Found::Nothing),
            Authorization::Malformed => return malformed(),
            Authorization::Token(token) => token,
        };
        let credentials = match Credentials::read(token) {
            Ok(credentials) => credentials,
            Err(Unreadable::Malformed) => return malformed(),
            Err(Unreadable::TooLong) => {
                return Answer::Ready(Found::rejected("the name and password are too long"));
            }
        };
        if credentials.password.expose().is_empty() && !self.config.empty_passwords {
            return Answer::Ready(Found::rejected("the password is empty"));
        }
        let address = self.address(request);
        Answer::later(self.check(credentials, address, is_lured(request.headers())))
    }

    fn challenge(&self) -> Challenge {
        self.challenge.clone()
    }
}

impl BasicScheme {
    async fn check(&self, credentials: Credentials, address: Option<IpAddr>, lured: bool) -> Found {
        let Credentials { user, password } = credentials;
        let attempt = match self.attempts.begin(&self.account(&user), address, lured).await {
            Ok(attempt) => attempt,
            Err(Refused::Throttled(retry_after)) => {
                return Found::Rejected(Reason::Throttled { retry_after });
            }
            Err(Refused::Overloaded) => {
                return Found::Unavailable("too many passwords wait to be checked".into());
            }
        };
        match self.config.check.check(&user, password).await {
            Ok(Some(caller)) => {
                attempt.succeeded();
                Found::Caller(caller)
            }
            Ok(None) => {
                attempt.failed();
                // The same for a name that nobody has, whatever the check knows.
                Found::rejected("the name or the password is wrong")
            }
            Err(error) => {
                attempt.came_to_nothing();
                Found::Unavailable(error)
            }
        }
    }

    fn account(&self, user: &str) -> String {
        match &self.config.account {
            Some(account) => account(user),
            None => user.trim().to_lowercase(),
        }
    }

    fn address(&self, request: &HttpRequest) -> Option<IpAddr> {
        if let Some(address) = &self.config.address {
            return address(request);
        }
        let peer = request.peer_addr()?.ip();
        let headers = request.headers();
        let forwarded =
            headers.contains_key("x-forwarded-for") || headers.contains_key("forwarded");
        if forwarded && is_near(peer) && !self.warned.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                "`HttpBasic` counts failures by the address of the connection, which seems to be \
                 a proxy's ({peer}); tell it where requests come from: `client_address`"
            );
        }
        Some(peer)
    }
}

fn malformed<'a>() -> Answer<'a> {
    Answer::Ready(Found::Rejected(Reason::Malformed))
}

/// Whether a browser says that a page of somebody else made it send this: a link such as
/// `https://ada:wrong@host/` does.
fn is_lured(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    site.is_some_and(|site| site != b"same-origin" && site != b"none")
}

/// Whether this is where proxies are: the same machine or network.
fn is_near(peer: IpAddr) -> bool {
    match peer.to_canonical() {
        IpAddr::V4(peer) => peer.is_loopback() || peer.is_private(),
        IpAddr::V6(peer) => peer.is_loopback() || peer.is_unique_local(),
    }
}
