//! Schemes of an application, and its store.

use std::future::pending;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use actix_web::HttpRequest;
use portcullis::{
    Answer, Challenge, Found, MemoryStore, Position, Principal, Revocable, Revocation,
    RevocationStore, Revoked, Scheme, StoreFuture,
};
use portcullis_tests::Spelled;

/// A store that fails, or hangs, for as long as the test says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ailing {
    kept: MemoryStore,
    pub(crate) fails: Arc<AtomicBool>,
    pub(crate) hangs: Arc<AtomicBool>,
    pub(crate) panics: Arc<AtomicBool>,
}

impl Ailing {
    fn asked<'a, T: 'a>(
        &'a self,
        answer: impl FnOnce() -> StoreFuture<'a, T>,
    ) -> StoreFuture<'a, T> {
        assert!(!self.panics.load(Ordering::SeqCst), "the store panics, as it was told");
        if self.hangs.load(Ordering::SeqCst) {
            return Box::pin(pending());
        }
        match self.fails.load(Ordering::SeqCst) {
            true => Box::pin(async { Err("gone".into()) }),
            false => answer(),
        }
    }
}

impl RevocationStore for Ailing {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        self.asked(|| RevocationStore::revoke(&self.kept, revocation, now))
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        self.asked(|| self.kept.after(position, now))
    }

    fn changed(&self) -> StoreFuture<'_, ()> {
        self.asked(|| Box::pin(pending()))
    }
}

/// Each time that it is read, somebody has just revoked another token.
#[derive(Debug, Default)]
pub(crate) struct Busy {
    kept: MemoryStore,
    count: AtomicU64,
}

impl RevocationStore for Busy {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        RevocationStore::revoke(&self.kept, revocation, now)
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        Box::pin(async move {
            let id = format!("another {}", self.count.fetch_add(1, Ordering::SeqCst));
            let (issuer, what) = ("another".to_owned(), Revocable::Token(id));
            self.revoke(Revocation { issuer, what, until: None }, now).await?;
            self.kept.after(position, now).await
        })
    }
}

/// A scheme of the application, which keeps its principals: one for all requests, and for all
/// schemes that read this header or another.
#[derive(Clone, Debug)]
pub(crate) struct Own(pub(crate) Arc<OnceLock<Principal>>, pub(crate) &'static str);

impl Scheme for Own {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match request.headers().contains_key(self.1) {
            true => Found::Caller(self.0.get_or_init(|| Principal::new("ada")).clone()),
            false => Found::Nothing,
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Own")
    }
}

/// Callers who are spelled out, in a header of their own.
#[derive(Debug)]
pub(crate) struct Changed;

impl Scheme for Changed {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Spelled.authenticate(request)
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Changed")
    }

    fn ambient(&self) -> bool {
        false
    }
}
