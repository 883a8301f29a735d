//! What happens at the same time.

use futures_util::future::join_all;

use super::{StoreFuture, answered, begin, family, find, id, now, rotation, somebody};
use crate::store::{FamilyId, RefreshStore, StoredFamily};

/// More than any store has connections.
const MANY: u64 = 32;

pub(super) async fn of_parallel_rotations_one_is_done(store: &dyn RefreshStore) {
    let now = now();
    let (id, family) = begin(store, &somebody(), now).await;
    let from = &family.rotation.current;
    let to = (0..MANY).map(|_| rotation(now)).collect::<Vec<_>>();
    let rotations = to.iter().map(|to| store.rotate(&id, from, to.clone()));
    let done = join_all(rotations).await.into_iter().map(answered).collect::<Vec<_>>();
    let winners = to.iter().zip(&done).filter(|(_, done)| **done).map(|(to, _)| to.clone());
    let winners = winners.collect::<Vec<_>>();
    assert_eq!(winners.len(), 1, "several rotations of one token were done, or none");
    let kept = find(store, &id, now).await.map(|family| family.rotation);
    assert_eq!(kept, winners.first().cloned(), "the rotation that was told is not the one done");
    answered(store.end(&id).await);
}

pub(super) async fn of_parallel_ends_one_tells(store: &dyn RefreshStore) {
    let (now, user) = (now(), somebody());
    let (id, _) = begin(store, &user, now).await;
    let ends = join_all((0..MANY).map(|_| store.end(&id))).await;
    let told = ends.into_iter().map(answered).filter(|ended| *ended).count();
    assert_eq!(told, 1, "the end of a family was told several times, or never");
    let (first, _) = begin(store, &user, now).await;
    let (second, _) = begin(store, &user, now).await;
    let all = join_all((0..MANY).map(|_| store.end_all(&user))).await;
    let mut told = all.into_iter().flat_map(answered).collect::<Vec<_>>();
    told.sort();
    let mut both = [first, second];
    both.sort();
    assert_eq!(told, both, "the end of a family was told several times, or never");
}

/// Rotations one after another, all under way at once, with a step among them.
async fn rotations_around<'a>(
    store: &'a dyn RefreshStore,
    (id, family): (&'a FamilyId, &'a StoredFamily),
    position: u64,
    step: impl FnOnce() -> StoreFuture<'a, ()>,
) {
    let mut step = Some(step);
    let mut steps: Vec<StoreFuture<'_, ()>> = Vec::new();
    let mut from = family.rotation.current;
    for at in 0..8 {
        if at == position
            && let Some(step) = step.take()
        {
            steps.push(step());
        }
        let to = rotation(family.since + at);
        let next = to.current;
        steps.push(Box::pin(async move { store.rotate(id, &from, to).await.map(drop) }));
        from = next;
    }
    join_all(steps).await.into_iter().for_each(answered);
}

pub(super) async fn an_end_wins_over_parallel_rotations(store: &dyn RefreshStore) {
    for position in 0..8 {
        let now = now();
        let (id, family) = begin(store, &somebody(), now).await;
        let end = || -> StoreFuture<'_, ()> { Box::pin(async { store.end(&id).await.map(drop) }) };
        rotations_around(store, (&id, &family), position, end).await;
        assert_eq!(find(store, &id, now).await, None, "a rotation undid an end");
        let listed = answered(store.list(&family.user, now).await);
        assert_eq!(listed, [], "an ended family is listed");
    }
}

pub(super) async fn an_end_of_all_wins_over_parallel_rotations(store: &dyn RefreshStore) {
    for position in 0..8 {
        let now = now();
        let (id, family) = begin(store, &somebody(), now).await;
        let (own, user) = (id, &family.user);
        let end = || -> StoreFuture<'_, ()> {
            Box::pin(async move {
                let ended = store.end_all(user).await?;
                assert_eq!(ended, [own], "the end of a family was not told");
                Ok(())
            })
        };
        rotations_around(store, (&id, &family), position, end).await;
        assert_eq!(find(store, &id, now).await, None, "a rotation undid an end");
    }
}

pub(super) async fn what_begins_meanwhile_is_told_or_lives(store: &dyn RefreshStore) {
    let (now, user) = (now(), somebody());
    let (before, _) = begin(store, &user, now).await;
    let ids = (0..MANY).map(|_| id()).collect::<Vec<_>>();
    let begins = join_all(ids.iter().map(|id| store.begin(id, family(&user, now), now)));
    let (begun, ended) = futures_util::future::join(begins, store.end_all(&user)).await;
    begun.into_iter().for_each(answered);
    let ended = answered(ended);
    assert!(ended.contains(&before), "a family that was there before survived");
    for id in &ids {
        let lives = find(store, id, now).await.is_some();
        assert_ne!(lives, ended.contains(id), "a family was told to have ended and lives, or not");
    }
    let left = answered(store.list(&user, now).await).len();
    assert_eq!(left + ended.len(), ids.len() + 1, "families are listed that do not live, or not");
    answered(store.end_all(&user).await);
}
