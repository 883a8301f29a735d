//! A store that does not keep to what the trait says is found out.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use portcullis::test::conformance;
use portcullis::{MemoryStore, SessionKey, SessionStore, Span, StoreFuture, StoredSession};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// A new session takes the place of one with the same key.
    BeginOverwrites,
    /// Sessions are found after their end.
    FindIgnoresTheEnd,
    /// The contents are not what was stored.
    FindForgets,
    /// Whoever renews last wins.
    RenewIgnoresTheSpan,
    /// A renewal brings back what has ended.
    RenewRevives,
    /// … and says that it did not.
    RenewDoesNothing,
    EndDoesNothing,
}

#[derive(Debug)]
struct Broken {
    kept: MemoryStore,
    fault: Fault,
}

impl Broken {
    async fn renew_whatever(&self, key: &SessionKey, to: Span) -> bool {
        let found = self.kept.find(key, 0).await.unwrap();
        let contents = match (found, self.fault) {
            (Some(session), _) => session.contents,
            (None, Fault::RenewRevives) => String::new(),
            (None, _) => return false,
        };
        self.kept.end(key).await.unwrap();
        self.kept.begin(key, StoredSession { contents, span: to }, 0).await.unwrap();
        true
    }
}

impl SessionStore for Broken {
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            if self.fault == Fault::BeginOverwrites {
                self.kept.end(key).await?;
            }
            self.kept.begin(key, session, now).await
        })
    }

    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>> {
        match self.fault {
            Fault::FindIgnoresTheEnd => self.kept.find(key, 0),
            Fault::FindForgets => Box::pin(async move {
                let found = self.kept.find(key, now).await?;
                Ok(found.map(|session| StoredSession { contents: String::new(), ..session }))
            }),
            _ => self.kept.find(key, now),
        }
    }

    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool> {
        match self.fault {
            Fault::RenewIgnoresTheSpan => {
                Box::pin(async move { Ok(self.renew_whatever(key, to).await) })
            }
            Fault::RenewRevives => Box::pin(async move {
                let there = self.kept.find(key, 0).await?.is_some();
                match there {
                    true => self.kept.renew(key, from, to).await,
                    false => Ok(self.renew_whatever(key, to).await),
                }
            }),
            Fault::RenewDoesNothing => Box::pin(async { Ok(false) }),
            _ => self.kept.renew(key, from, to),
        }
    }

    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        match self.fault {
            Fault::EndDoesNothing => Box::pin(async { Ok(()) }),
            _ => self.kept.end(key),
        }
    }
}

#[actix_web::test]
async fn every_fault_is_found() {
    let faults = [
        (Fault::BeginOverwrites, "a key was given twice"),
        (Fault::FindIgnoresTheEnd, "a session outlived its end"),
        (Fault::FindForgets, "a session was changed"),
        (Fault::RenewIgnoresTheSpan, "renewed from another span"),
        (Fault::RenewRevives, "a renewal revived a session"),
        (Fault::RenewDoesNothing, "no renewal"),
        (Fault::EndDoesNothing, "a session survived its end"),
    ];
    for (fault, told) in faults {
        let store = Broken { kept: MemoryStore::new(), fault };
        let outcome = AssertUnwindSafe(conformance::sessions(&store)).catch_unwind().await;
        let panic = outcome.expect_err(&format!("{fault:?} was not found"));
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
        let text = text.unwrap_or_default();
        assert!(text.contains(told), "{fault:?}: {text}");
    }
}
