//! A store of revocations that does not keep to what the trait says is found out.

use std::panic::AssertUnwindSafe;
use std::sync::Mutex;

use futures_util::FutureExt;
use portcullis::test::conformance;
use portcullis::{
    MemoryStore, Position, Revocable, Revocation, RevocationStore, Revoked, StoreFuture,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// What is acknowledged is kept only with the next one.
    RevokesLater,
    RevokesNothing,
    /// Some wait, and come to light behind positions that were handed out.
    OutOfOrder,
    /// Texts lose their blanks at the end.
    Trims,
    /// Letter case is lost.
    Lowers,
    /// Whoever vouches is not kept apart.
    ForgetsTheKind,
    /// What is over is still read.
    ReadsWhatIsOver,
    /// What has no end is over one day.
    EndsAll,
    /// The last page is read again and again, without an end.
    ReadsAgain,
    /// The newest first.
    Backwards,
    /// An earlier one of the same user stays.
    KeepsTheFirst,
    /// A later one of the same user counts, whatever an earlier one said.
    KeepsTheLast,
    PositionGoesBack,
    /// More is promised than there is.
    SaysThereIsMore,
}

#[derive(Debug)]
struct Broken {
    kept: MemoryStore,
    fault: Fault,
    waiting: Mutex<Vec<Revocation>>,
    users: Mutex<Vec<(String, Revocable)>>,
}

impl Broken {
    fn new(fault: Fault) -> Self {
        Self { kept: MemoryStore::new(), fault, waiting: Mutex::default(), users: Mutex::default() }
    }

    fn changed(&self, mut revocation: Revocation) -> Revocation {
        let id = match &mut revocation.what {
            Revocable::Token(id) | Revocable::Session(id) | Revocable::User { id, .. } => id,
        };
        match self.fault {
            Fault::Trims => *id = id.trim_end().to_owned(),
            Fault::Lowers => *id = id.to_lowercase(),
            Fault::ForgetsTheKind => revocation.what = Revocable::Token(id.clone()),
            Fault::EndsAll => revocation.until = revocation.until.or(Some(1 << 33)),
            _ => {}
        }
        revocation
    }

    /// Whether a user was revoked before.
    fn is_known(&self, revocation: &Revocation) -> bool {
        let Revocable::User { id, .. } = &revocation.what else { return false };
        let user = (revocation.issuer.clone(), Revocable::Token(id.clone()));
        let mut users = self.users.lock().unwrap();
        let known = users.contains(&user);
        users.push(user);
        known
    }

    async fn revoke_late(&self, revocation: Revocation, now: u64) {
        let due = {
            let mut waiting = self.waiting.lock().unwrap();
            waiting.push(revocation);
            let least = if self.fault == Fault::RevokesLater { 1 } else { 0 };
            let ready = waiting.len().saturating_sub(least);
            waiting.drain(..ready).collect::<Vec<_>>()
        };
        for revocation in due {
            self.kept.revoke(revocation, now).await.unwrap();
        }
    }

    /// What came second is told, and what came first a moment later.
    async fn after_out_of_order(&self, position: Position, now: u64) -> Revoked {
        let mut read = self.kept.after(position, now).await.unwrap();
        if read.revocations.len() > 1 && position.0 > 0 && read.position.0 % 2 == 0 {
            read.revocations.remove(0);
        }
        read
    }
}

impl RevocationStore for Broken {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        let revocation = self.changed(revocation);
        let known = self.is_known(&revocation);
        Box::pin(async move {
            // Others run in between.
            actix_web::rt::task::yield_now().await;
            match self.fault {
                Fault::RevokesNothing => {}
                Fault::KeepsTheFirst if known => {}
                Fault::RevokesLater => self.revoke_late(revocation, now).await,
                _ => self.kept.revoke(revocation, now).await?,
            }
            Ok(())
        })
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        Box::pin(async move {
            actix_web::rt::task::yield_now().await;
            let read = match self.fault {
                Fault::ReadsWhatIsOver => self.kept.after(position, 0).await?,
                Fault::OutOfOrder => self.after_out_of_order(position, now).await,
                Fault::ReadsAgain => {
                    let from = Position(position.0.saturating_sub(1));
                    let read = self.kept.after(from, now).await?;
                    Revoked { position: read.position.max(position), ..read }
                }
                Fault::PositionGoesBack => {
                    let read = self.kept.after(position, now).await?;
                    let back = if read.revocations.is_empty() { 1 } else { 0 };
                    Revoked { position: Position(read.position.0.saturating_sub(back)), ..read }
                }
                _ => self.kept.after(position, now).await?,
            };
            let Revoked { mut revocations, position, more } = read;
            match self.fault {
                Fault::Backwards => revocations.reverse(),
                Fault::KeepsTheLast => {
                    for it in &mut revocations {
                        if let Revocable::User { up_to: up_to @ 200, .. } = &mut it.what {
                            *up_to = 150;
                        }
                    }
                }
                _ => {}
            }
            let more = more || self.fault == Fault::SaysThereIsMore;
            Ok(Revoked { revocations, position, more })
        })
    }
}

#[actix_web::test]
async fn every_fault_of_revocations_is_found() {
    let faults = [
        (Fault::RevokesLater, "what was acknowledged is not read"),
        (Fault::RevokesNothing, "what was acknowledged is not read"),
        (Fault::OutOfOrder, "lost, or read twice"),
        (Fault::Trims, "a text was changed"),
        (Fault::Lowers, "a text was changed"),
        (Fault::ForgetsTheKind, "what was acknowledged is not read"),
        (Fault::ReadsWhatIsOver, "outlived its end"),
        (Fault::EndsAll, "what was acknowledged is not read"),
        (Fault::ReadsAgain, "the position stayed"),
        (Fault::Backwards, "something was changed"),
        (Fault::KeepsTheFirst, "a later one was not read"),
        (Fault::KeepsTheLast, "a later one was not read"),
        (Fault::PositionGoesBack, "the position went back"),
        (Fault::SaysThereIsMore, "there is more, and nothing is read"),
    ];
    for (fault, told) in faults {
        let store = Broken::new(fault);
        let outcome = AssertUnwindSafe(conformance::revocations(&store)).catch_unwind().await;
        let panic = outcome.expect_err(&format!("{fault:?} was not found"));
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
        let text = text.unwrap_or_default();
        assert!(text.contains(told), "{fault:?}: {text}");
    }
}
