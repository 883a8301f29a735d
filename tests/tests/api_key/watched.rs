//! A store that remembers what it was asked, and can be broken.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use portcullis::{ApiKeyStore, MemoryStore, StoreFuture, StoredApiKey};

#[derive(Clone, Debug, Default)]
pub(crate) struct Watched {
    kept: MemoryStore,
    pub(crate) finds: Arc<AtomicUsize>,
    pub(crate) marks: Arc<AtomicUsize>,
    pub(crate) marked: Arc<AtomicUsize>,
    pub(crate) cannot_read: Arc<AtomicBool>,
    pub(crate) cannot_write: Arc<AtomicBool>,
}

impl Watched {
    /// Does it, unless the store is broken.
    fn write<'a, T: 'a>(&self, done: impl FnOnce() -> StoreFuture<'a, T>) -> StoreFuture<'a, T> {
        let broken = self.cannot_write.load(Ordering::SeqCst);
        if broken { Box::pin(async { Err("the disk is full".into()) }) } else { done() }
    }
}

impl ApiKeyStore for Watched {
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()> {
        self.write(|| self.kept.add(key))
    }

    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>> {
        self.finds.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            actix_web::rt::task::yield_now().await;
            if self.cannot_read.load(Ordering::SeqCst) {
                return Err("the store is down".into());
            }
            self.kept.find(id).await
        })
    }

    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>> {
        self.kept.list(owner)
    }

    fn mark_used<'a>(&'a self, id: &'a str, now: u64, unless_after: u64) -> StoreFuture<'a, bool> {
        self.marks.fetch_add(1, Ordering::SeqCst);
        let marking = self.write(|| self.kept.mark_used(id, now, unless_after));
        Box::pin(async move {
            let done = marking.await?;
            self.marked.fetch_add(usize::from(done), Ordering::SeqCst);
            Ok(done)
        })
    }

    fn set_disabled<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        disabled: bool,
    ) -> StoreFuture<'a, bool> {
        self.write(|| self.kept.set_disabled(owner, id, disabled))
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool> {
        self.write(|| self.kept.revoke(owner, id, now))
    }

    fn forget(&self, before: u64) -> StoreFuture<'_, u64> {
        self.write(|| self.kept.forget(before))
    }
}
