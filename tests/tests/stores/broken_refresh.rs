//! A store of refresh tokens that does not keep to what the trait says is found out.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use portcullis::test::conformance;
use portcullis::{
    FamilyId, MemoryStore, RefreshHash, RefreshStore, Rotation, StoreFuture, StoredFamily, UserId,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    BeginOverwrites,
    /// A family is found although it is over.
    FindIgnoresTheEnd,
    FindForgetsTheLabel,
    FindForgetsSpentTokens,
    /// Whoever rotates last wins.
    RotateIgnoresTheCurrentToken,
    /// A rotation brings back what has ended.
    RotateRevives,
    /// … and says that it did not.
    RotateDoesNothing,
    RotateTellsNothing,
    EndDoesNothing,
    EndTellsNothing,
    ListIgnoresTheEnd,
    ListHasNoOrder,
    ListForgetsCase,
    EndAllDoesNothing,
    EndAllTellsNothing,
    EndAllLeavesSome,
    /// Looks first, and writes then.
    EndAllTellsTwice,
}

#[derive(Debug)]
struct Broken {
    kept: MemoryStore,
    fault: Fault,
}

impl Broken {
    fn has(&self, fault: Fault) -> bool {
        self.fault == fault
    }

    async fn rotate_whatever(&self, id: &FamilyId, to: Rotation) -> bool {
        let found = RefreshStore::find(&self.kept, id, 0).await.unwrap();
        let family = match found {
            Some(family) => StoredFamily { rotation: to, ..family },
            None if self.has(Fault::RotateRevives) => {
                let (since, ends) = (to.at, to.until + 60);
                StoredFamily { user: user(), label: None, since, ends, rotation: to }
            }
            None => return false,
        };
        RefreshStore::end(&self.kept, id).await.unwrap();
        RefreshStore::begin(&self.kept, id, family, 0).await.unwrap();
        true
    }
}

fn user() -> UserId {
    UserId::new("https://issuer.example", "ada")
}

fn folded(user: &UserId) -> UserId {
    UserId::new(user.issuer(), user.id().to_lowercase())
}

impl RefreshStore for Broken {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        mut family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            if self.has(Fault::BeginOverwrites) {
                RefreshStore::end(&self.kept, id).await?;
            }
            if self.has(Fault::ListForgetsCase) {
                family.user = folded(&family.user);
            }
            self.kept.begin(id, family, now).await
        })
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        let now = if self.has(Fault::FindIgnoresTheEnd) { 0 } else { now };
        Box::pin(async move {
            let found = RefreshStore::find(&self.kept, id, now).await?;
            Ok(found.map(|mut family| {
                if self.has(Fault::FindForgetsTheLabel) {
                    family.label = None;
                }
                if self.has(Fault::FindForgetsSpentTokens) {
                    family.rotation.spent.clear();
                }
                family
            }))
        })
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            Ok(match self.fault {
                Fault::RotateIgnoresTheCurrentToken => self.rotate_whatever(id, to).await,
                Fault::RotateRevives => {
                    let known = RefreshStore::find(&self.kept, id, 0).await?;
                    match known {
                        Some(_) => self.kept.rotate(id, from, to).await?,
                        None => {
                            self.rotate_whatever(id, to).await;
                            false
                        }
                    }
                }
                Fault::RotateDoesNothing => true,
                Fault::RotateTellsNothing => {
                    self.kept.rotate(id, from, to).await?;
                    false
                }
                _ => self.kept.rotate(id, from, to).await?,
            })
        })
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        match self.fault {
            Fault::EndDoesNothing => Box::pin(async { Ok(true) }),
            Fault::EndTellsNothing => Box::pin(async {
                RefreshStore::end(&self.kept, id).await?;
                Ok(false)
            }),
            _ => RefreshStore::end(&self.kept, id),
        }
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        Box::pin(async move {
            let now = if self.has(Fault::ListIgnoresTheEnd) { 0 } else { now };
            let folded = folded(user);
            let user = if self.has(Fault::ListForgetsCase) { &folded } else { user };
            let mut families = RefreshStore::list(&self.kept, user, now).await?;
            if self.has(Fault::ListHasNoOrder) {
                families.sort_by_key(|(id, _)| *id);
            }
            if self.has(Fault::ListForgetsCase) {
                families.iter_mut().for_each(|(_, family)| family.user = user.clone());
            }
            Ok(families)
        })
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        Box::pin(async move {
            let families = RefreshStore::list(&self.kept, user, 0).await?;
            let ids = families.into_iter().map(|(id, _)| id);
            match self.fault {
                Fault::EndAllDoesNothing => Ok(ids.collect()),
                Fault::EndAllTellsNothing => self.kept.end_all(user).await.map(|_| Vec::new()),
                Fault::EndAllLeavesSome => {
                    let ids = ids.take(16).collect::<Vec<_>>();
                    for id in &ids {
                        RefreshStore::end(&self.kept, id).await?;
                    }
                    Ok(ids)
                }
                Fault::EndAllTellsTwice => {
                    let ids = ids.collect::<Vec<_>>();
                    actix_web::rt::task::yield_now().await;
                    for id in &ids {
                        RefreshStore::end(&self.kept, id).await?;
                    }
                    Ok(ids)
                }
                _ => self.kept.end_all(user).await,
            }
        })
    }
}

#[actix_web::test]
async fn every_fault_is_found() {
    let faults = [
        (Fault::BeginOverwrites, "an id was given twice"),
        (Fault::FindIgnoresTheEnd, "a family outlived its end"),
        (Fault::FindForgetsTheLabel, "a family was changed"),
        (Fault::FindForgetsSpentTokens, "a family was changed"),
        (Fault::RotateIgnoresTheCurrentToken, "rotated from another token"),
        (Fault::RotateRevives, "a rotation revived a family"),
        (Fault::RotateDoesNothing, "not what was asked for"),
        (Fault::RotateTellsNothing, "no rotation"),
        (Fault::EndDoesNothing, "a family survived its end"),
        (Fault::EndTellsNothing, "the end of a family was not told"),
        (Fault::ListIgnoresTheEnd, "a family that is over is listed"),
        (Fault::ListHasNoOrder, "not the user's in their order"),
        (Fault::ListForgetsCase, "families of another user are listed"),
        (Fault::EndAllDoesNothing, "a family survived its end"),
        (Fault::EndAllTellsNothing, "not the families of the user"),
        (Fault::EndAllLeavesSome, "the end of a family was not told"),
        (Fault::EndAllTellsTwice, "several times, or never"),
    ];
    let mut wrong = Vec::new();
    for (fault, told) in faults {
        let store = Broken { kept: MemoryStore::new(), fault };
        let outcome = AssertUnwindSafe(conformance::refresh_tokens(&store)).catch_unwind().await;
        let Err(panic) = outcome else {
            wrong.push(format!("{fault:?} was not found"));
            continue;
        };
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
        let text = text.unwrap_or_default();
        if !text.contains(told) {
            wrong.push(format!("{fault:?}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
