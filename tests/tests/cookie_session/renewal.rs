//! A renewal is promised when it is written, and outlasts no sign-out.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::rt::task::yield_now;
use futures_util::future::join;
use portcullis::{
    CookieSession, MemoryStore, SessionKey, SessionStore, Span, StoreFuture, StoredSession,
};

use crate::browser::Browser;
use crate::site::{Site, post};

/// A store of the application: renewals fail, or wait until they may go on.
#[derive(Clone, Debug, Default)]
struct Slow {
    kept: MemoryStore,
    held: Arc<AtomicBool>,
    waiting: Arc<AtomicBool>,
    broken: Arc<AtomicBool>,
}

impl SessionStore for Slow {
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.kept.begin(key, session, now)
    }

    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>> {
        self.kept.find(key, now)
    }

    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            self.waiting.store(true, Ordering::SeqCst);
            while self.held.load(Ordering::SeqCst) {
                yield_now().await;
            }
            if self.broken.load(Ordering::SeqCst) {
                return Err("the disk is full".into());
            }
            self.kept.renew(key, from, to).await
        })
    }

    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        self.kept.end(key)
    }
}

#[actix_web::test]
async fn a_renewal_that_fails_changes_nothing() {
    let store = Slow::default();
    let site = Site::new(CookieSession::stored(store.clone()));
    let mut browser = Browser::of_ada(&site).await;
    store.broken.store(true, Ordering::SeqCst);
    site.clock.set(3000);
    let reply = browser.get("/me").await;
    assert_eq!((reply.status, reply.cookies.len()), (200, 0));
    site.clock.set(3599);
    assert_eq!(browser.get("/me").await.status, 200);
    site.clock.set(3600);
    assert_eq!(browser.get("/me").await.status, 401);
}

#[actix_web::test]
async fn a_sign_out_in_between_wins() {
    let store = Slow::default();
    let site = Site::new(CookieSession::stored(store.clone()));
    let mut browser = Browser::of_ada(&site).await;
    let cookie = browser.header();
    store.held.store(true, Ordering::SeqCst);
    site.clock.set(3000);
    let sign_out = async {
        while !store.waiting.load(Ordering::SeqCst) {
            yield_now().await;
        }
        // Too early for this request to renew anything itself.
        site.clock.set(1000);
        let reply = site.send(post("/sign-out").insert_header(("cookie", cookie.as_str()))).await;
        store.held.store(false, Ordering::SeqCst);
        reply
    };
    // The session is looked up, then ended, then renewed.
    let renewing = site.get("/open", &cookie);
    let (renewed, signed_out) = join(renewing, sign_out).await;
    assert_eq!(signed_out.status, 200);
    assert_eq!((renewed.status, renewed.cookies.len()), (200, 0));
    assert_eq!(browser.get("/me").await.status, 401);
}

#[actix_web::test]
async fn only_who_enters_renews() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        // Known, and not let in.
        let reply = browser.get("/admin").await;
        assert_eq!((reply.status, reply.cookies.len()), (403, 0));
        site.clock.set(3600);
        assert_eq!(browser.get("/me").await.status, 401);
    }
}

#[actix_web::test]
async fn who_is_recognized_on_an_open_page_renews() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        assert_eq!(browser.get("/open").await.cookies.len(), 1);
        site.clock.set(3600);
        assert_eq!(browser.get("/me").await.status, 200);
    }
}

#[actix_web::test]
async fn shorter_limits_apply_to_sessions_that_have_begun() {
    use std::time::Duration;

    use portcullis::Limits;

    let limits =
        |idle, absolute| Limits::new(Duration::from_secs(idle), Duration::from_secs(absolute));
    let store = MemoryStore::new();
    let site = |limits| Site::new(CookieSession::stored(store.clone()).limits(limits));
    let mut browser = Browser::of_ada(&site(limits(1000, 5000))).await;
    for (limits, last) in [(limits(100, 5000), 99), (limits(50, 60), 49), (limits(900, 900), 899)] {
        browser.site = site(limits);
        browser.site.clock.set(last + 1);
        assert_eq!(browser.clone().get("/me").await.status, 401);
        // Not renewed here, so that the next limits find the same session.
        browser.site.clock.set(last / 2);
        assert_eq!(browser.get("/me").await.status, 200);
    }
}
