//! A store that cannot be asked, or whose answers are lost.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use portcullis::{
    FamilyId, MemoryStore, RefreshHash, RefreshStore, Rotation, StoreFuture, StoredFamily, UserId,
};

use crate::site::Site;

const DOWN: u8 = 1;
/// Rotates, and tells nobody.
const LOST: u8 = 2;
/// Rotates, tries again by itself, and says what the second attempt has found.
const TWICE: u8 = 3;
/// Does not rotate, and says that it does not know.
const NOT_DONE: u8 = 4;
/// Reads, but does not write.
const NO_END: u8 = 5;

#[derive(Clone, Debug, Default)]
struct Flaky {
    kept: MemoryStore,
    mode: Arc<AtomicU8>,
}

impl Flaky {
    fn set(&self, mode: u8) {
        self.mode.store(mode, Ordering::SeqCst);
    }

    fn is(&self, mode: u8) -> bool {
        self.mode.load(Ordering::SeqCst) == mode
    }

    fn asked<'a, T: 'a>(&'a self, answer: StoreFuture<'a, T>) -> StoreFuture<'a, T> {
        if self.is(DOWN) { Box::pin(async { Err("gone".into()) }) } else { answer }
    }
}

impl RefreshStore for Flaky {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        self.asked(self.kept.begin(id, family, now))
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        self.asked(RefreshStore::find(&self.kept, id, now))
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            if self.is(NOT_DONE) {
                return Err("gone".into());
            }
            let done = self.kept.rotate(id, from, to).await?;
            match self.mode.load(Ordering::SeqCst) {
                LOST => Err("gone".into()),
                TWICE => Ok(false),
                _ => Ok(done),
            }
        })
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        if self.is(NO_END) {
            return Box::pin(async { Err("gone".into()) });
        }
        self.asked(RefreshStore::end(&self.kept, id))
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        self.asked(RefreshStore::list(&self.kept, user, now))
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        self.asked(self.kept.end_all(user))
    }
}

#[actix_web::test]
async fn a_store_that_is_down_is_answered_with_503() {
    let store = Flaky::default();
    let site = Site::over(store.clone(), |tokens| tokens);
    let token = site.token().await;
    store.set(DOWN);
    for reply in [site.refresh(&token).await, site.login().await] {
        assert_eq!(reply.status, 503);
        assert_eq!(reply.header("retry-after"), Some("5"));
        assert_eq!(reply.header("content-type"), Some("application/problem+json"));
        assert!(!reply.text.contains("gone"));
    }
    // What is no token is refused without asking.
    assert!(site.refuses("x").await);
    store.set(0);
    site.clock.set(60);
    site.next(&token).await;
}

#[actix_web::test]
async fn whoever_has_won_without_being_told_has_won() {
    for mode in [LOST, TWICE] {
        for grace in [0, 10] {
            let store = Flaky::default();
            let site = Site::over(store.clone(), |tokens| {
                tokens.grace(std::time::Duration::from_secs(grace))
            });
            let token = site.token().await;
            store.set(mode);
            let second = site.next(&token).await;
            store.set(0);
            site.next(&second).await;
        }
    }
}

#[actix_web::test]
async fn what_was_not_rotated_can_be_used_again() {
    let store = Flaky::default();
    let site = Site::over(store.clone(), |tokens| tokens);
    let token = site.token().await;
    store.set(NOT_DONE);
    assert_eq!(site.refresh(&token).await.status, 503);
    store.set(0);
    site.clock.set(60);
    site.next(&token).await;
}

#[actix_web::test]
async fn reuse_that_cannot_be_ended_is_told_again_later() {
    let store = Flaky::default();
    let site = Site::over(store.clone(), |tokens| tokens);
    let first = site.token().await;
    let second = site.next(&first).await;
    site.clock.set(60);
    store.set(NO_END);
    assert_eq!(site.refresh(&first).await.status, 503);
    store.set(0);
    assert!(site.refuses(&first).await);
    assert!(site.refuses(&second).await);
}
