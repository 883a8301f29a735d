//! What is asked about all families of a user.

use super::{answered, begin, family, find, id, now, somebody, word};
use crate::privileges::UserId;
use crate::store::{FamilyId, RefreshStore, Rotation, StoredFamily};

async fn listed(
    store: &dyn RefreshStore,
    user: &UserId,
    now: u64,
) -> Vec<(FamilyId, StoredFamily)> {
    answered(store.list(user, now).await)
}

pub(super) async fn the_families_of_a_user_are_listed_in_order(store: &dyn RefreshStore) {
    let (now, user) = (now(), somebody());
    assert_eq!(listed(store, &user, now).await, [], "families of a user who has none");
    let mut families = Vec::new();
    for ago in [9, 5, 7, 7, 7, 1] {
        families.push(begin(store, &user, now - ago).await);
    }
    families.sort_by_key(|(id, family)| (family.since, *id));
    assert_eq!(listed(store, &user, now).await, families, "not the user's in their order");
    // A rotation changes no place in the list.
    if let Some((id, family)) = families.first_mut() {
        let to = super::rotation(now);
        assert!(answered(store.rotate(id, &family.rotation.current, to.clone()).await));
        family.rotation = to;
    }
    assert_eq!(listed(store, &user, now).await, families, "not the user's in their order");
    for (id, _) in &families {
        answered(store.end(id).await);
    }
    assert_eq!(listed(store, &user, now).await, [], "an ended family is listed");
}

pub(super) async fn what_is_over_is_not_listed(store: &dyn RefreshStore) {
    let (now, user) = (now(), somebody());
    let (id, family) = begin(store, &user, now).await;
    let until = family.until();
    assert_eq!(listed(store, &user, until - 1).await.len(), 1, "over a second early");
    assert_eq!(listed(store, &user, until).await, [], "a family that is over is listed");
    let to = Rotation { until: family.ends + 1, ..super::rotation(now) };
    assert!(answered(store.rotate(&id, &family.rotation.current, to).await), "no rotation");
    assert_eq!(listed(store, &user, until).await.len(), 1, "a rotated family kept its old end");
    assert_eq!(listed(store, &user, family.ends).await, [], "a family that is over is listed");
    answered(store.end(&id).await);
}

/// Users who would be one if a store put names together, folded letters or trimmed blanks.
fn alike() -> Vec<UserId> {
    let word = word();
    let names = [
        ("https://one.example", word.clone()),
        ("https://two.example", word.clone()),
        ("", word.clone()),
        (&*word, String::new()),
        ("https://one.example", word.to_uppercase() + "A"),
        ("https://one.example", word.clone() + "a"),
        ("https://one.example", word.clone() + " "),
        ("https://one.example/", word.clone()),
        ("https://one.example:", word.clone()),
        ("https://one.example", format!(":{word}")),
        ("https://one.example", format!("{word}*")),
        ("https://one.example", format!("{{{word}}}")),
    ];
    names.into_iter().map(|(issuer, subject)| UserId::new(issuer, subject)).collect()
}

pub(super) async fn users_are_kept_apart(store: &dyn RefreshStore) {
    let (now, users) = (now(), alike());
    let mut begun = Vec::new();
    for user in &users {
        begun.push(begin(store, user, now).await);
    }
    for (user, own) in users.iter().zip(&begun) {
        let own = std::slice::from_ref(own);
        assert_eq!(listed(store, user, now).await, own, "families of another user are listed");
    }
    for (at, user) in users.iter().enumerate() {
        let ended = answered(store.end_all(user).await);
        let own = begun.get(at).map(|(id, _)| *id);
        assert_eq!(ended, own.into_iter().collect::<Vec<_>>(), "not the families of the user");
        for (id, family) in begun.iter().skip(at + 1) {
            let found = find(store, id, now).await;
            assert_eq!(found.as_ref(), Some(family), "the family of another user ended");
        }
    }
}

pub(super) async fn all_of_a_user_end_at_once(store: &dyn RefreshStore) {
    let (now, user) = (now(), somebody());
    assert_eq!(answered(store.end_all(&user).await), [], "families of a user who has none");
    let mut ids = Vec::new();
    for _ in 0..40 {
        ids.push(begin(store, &user, now).await.0);
    }
    let over = StoredFamily { ends: now, ..family(&user, now - 1) };
    answered(store.begin(&id(), over, now - 1).await);
    let ended = answered(store.end_all(&user).await);
    for id in &ids {
        assert!(ended.contains(id), "the end of a family was not told");
        assert_eq!(find(store, id, now).await, None, "a family survived its end");
    }
    assert_eq!(answered(store.end_all(&user).await), [], "a family ended twice");
    assert_eq!(listed(store, &user, now).await, [], "an ended family is listed");
    let (id, family) = begin(store, &user, now).await;
    assert_eq!(find(store, &id, now).await, Some(family), "a later family ended too");
    answered(store.end(&id).await);
}
