//! What every store of API keys must do.

use futures_util::future::join_all;

use super::{answered, now, random};
use crate::store::{ApiKeyHash, ApiKeyStore, StoredApiKey};

/// Whether a store keeps API keys as [`ApiKeyStore`] says.
///
/// # Panics
///
/// If it does not, or cannot be asked.
pub async fn api_keys(store: &dyn ApiKeyStore) {
    what_was_added_is_found(store).await;
    an_id_is_taken_once(store).await;
    the_keys_of_an_owner_are_listed_in_order(store).await;
    a_use_is_noted_once_per_span(store).await;
    of_parallel_uses_one_is_noted(store).await;
    a_key_is_disabled_and_enabled(store).await;
    a_revoked_key_stays_revoked(store).await;
    nobody_changes_the_key_of_another(store).await;
    what_has_ended_is_forgotten(store).await;
}

fn word() -> String {
    random().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn key() -> StoredApiKey {
    StoredApiKey {
        id: word(),
        hash: ApiKeyHash::new(random()),
        owner: word(),
        label: "Ḁda's \"laptop\" \\ '".to_owned(),
        roles: vec!["Admin".to_owned(), "A, B".to_owned()],
        permissions: vec!["docs:write".to_owned()],
        scopes: Vec::new(),
        issued: now(),
        expires: Some(now() + 3600),
        last_used: None,
        disabled: false,
        revoked: None,
    }
}

async fn added(store: &dyn ApiKeyStore) -> StoredApiKey {
    let key = key();
    answered(store.add(key.clone()).await);
    key
}

async fn find(store: &dyn ApiKeyStore, id: &str) -> Option<StoredApiKey> {
    answered(store.find(id).await)
}

/// Leaves as little behind as the trait allows.
async fn done(store: &dyn ApiKeyStore, key: &StoredApiKey) {
    answered(store.revoke(&key.owner, &key.id, 0).await);
    answered(store.forget(1).await);
}

async fn what_was_added_is_found(store: &dyn ApiKeyStore) {
    let plain = added(store).await;
    let odd = StoredApiKey {
        expires: None,
        last_used: Some(17),
        disabled: true,
        revoked: Some(now()),
        scopes: vec!["read".to_owned()],
        ..key()
    };
    answered(store.add(odd.clone()).await);
    assert_eq!(find(store, &plain.id).await, Some(plain.clone()), "a key was changed");
    assert_eq!(find(store, &odd.id).await, Some(odd.clone()), "a key was changed");
    assert_eq!(find(store, &word()).await, None, "a key that nobody added");
    assert_eq!(find(store, "").await, None, "a key that nobody added");
    let shouted = plain.id.to_uppercase();
    assert!(shouted == plain.id || find(store, &shouted).await.is_none(), "letter case was lost");
    done(store, &plain).await;
}

async fn an_id_is_taken_once(store: &dyn ApiKeyStore) {
    let first = added(store).await;
    let other = StoredApiKey { id: first.id.clone(), ..key() };
    assert!(store.add(other).await.is_err(), "an id was given twice");
    assert_eq!(find(store, &first.id).await, Some(first.clone()), "a key was overwritten");
    done(store, &first).await;
}

async fn the_keys_of_an_owner_are_listed_in_order(store: &dyn ApiKeyStore) {
    let (owner, now) = (word(), now());
    let make = |id: String, issued| StoredApiKey { id, issued, owner: owner.clone(), ..key() };
    let mut keys = [9, 5, 7, 7].map(|ago| make(word(), now - ago)).to_vec();
    for key in &keys {
        answered(store.add(key.clone()).await);
    }
    let stranger = added(store).await;
    keys.sort_by(|one, other| (one.issued, &one.id).cmp(&(other.issued, &other.id)));
    assert_eq!(answered(store.list(&owner).await), keys, "not the owner's keys in their order");
    assert_eq!(answered(store.list(&word()).await), [], "keys of an owner who has none");
    for key in keys.iter().chain([&stranger]) {
        done(store, key).await;
    }
}

async fn a_use_is_noted_once_per_span(store: &dyn ApiKeyStore) {
    let key = added(store).await;
    let id = key.id.as_str();
    assert!(answered(store.mark_used(id, 1000, 940).await), "the first use was not noted");
    assert!(!answered(store.mark_used(id, 1059, 999).await), "a use was noted twice");
    let last_used = |key: Option<StoredApiKey>| key.and_then(|key| key.last_used);
    assert_eq!(last_used(find(store, id).await), Some(1000), "another time than was told");
    assert!(answered(store.mark_used(id, 1060, 1000).await), "a later use was not noted");
    assert_eq!(last_used(find(store, id).await), Some(1060), "another time than was told");
    assert!(!answered(store.mark_used(&word(), 1000, 940).await), "the use of no key");
    done(store, &key).await;
}

async fn of_parallel_uses_one_is_noted(store: &dyn ApiKeyStore) {
    let key = added(store).await;
    let uses = (0..8).map(|more| store.mark_used(&key.id, 1000 + more, 900));
    let noted = join_all(uses).await.into_iter().map(answered).filter(|noted| *noted).count();
    assert_eq!(noted, 1, "several uses within one span were noted, or none");
    done(store, &key).await;
}

async fn a_key_is_disabled_and_enabled(store: &dyn ApiKeyStore) {
    let key = added(store).await;
    for disabled in [true, true, false, false] {
        let done = answered(store.set_disabled(&key.owner, &key.id, disabled).await);
        assert!(done, "a key was not found");
        let expected = StoredApiKey { disabled, ..key.clone() };
        assert_eq!(find(store, &key.id).await, Some(expected), "not what was asked for");
    }
    done(store, &key).await;
}

async fn a_revoked_key_stays_revoked(store: &dyn ApiKeyStore) {
    let key = added(store).await;
    let (owner, id, at) = (key.owner.as_str(), key.id.as_str(), now());
    let revocations = (0..8).map(|_| store.revoke(owner, id, at));
    let revoked = join_all(revocations).await.into_iter().map(answered).filter(|done| *done);
    assert_eq!(revoked.count(), 1, "a key was revoked several times, or never");
    assert!(!answered(store.set_disabled(owner, id, false).await), "a revoked key was enabled");
    assert!(!answered(store.revoke(owner, id, at + 9).await), "a key was revoked again");
    let expected = StoredApiKey { revoked: Some(at), ..key.clone() };
    assert_eq!(find(store, id).await, Some(expected), "a revoked key came back");
}

async fn nobody_changes_the_key_of_another(store: &dyn ApiKeyStore) {
    let (key, other) = (added(store).await, added(store).await);
    assert!(!answered(store.revoke(&other.owner, &key.id, 1).await), "another's key was revoked");
    let disabled = answered(store.set_disabled(&other.owner, &key.id, true).await);
    assert!(!disabled, "another's key was disabled");
    answered(store.revoke(&other.owner, &other.id, 1).await);
    assert_eq!(find(store, &key.id).await, Some(key.clone()), "another key was changed");
    done(store, &key).await;
}

async fn what_has_ended_is_forgotten(store: &dyn ApiKeyStore) {
    let over = StoredApiKey { expires: Some(8), ..key() };
    let last = StoredApiKey { expires: Some(9), ..key() };
    let revoked = StoredApiKey { revoked: Some(8), expires: None, ..key() };
    let forever = StoredApiKey { expires: None, ..key() };
    for key in [&over, &last, &revoked, &forever] {
        answered(store.add(key.clone()).await);
    }
    assert!(answered(store.forget(9).await) >= 2, "not told how many were forgotten");
    for (key, stays) in [(&over, false), (&last, true), (&revoked, false), (&forever, true)] {
        assert_eq!(find(store, &key.id).await.is_some(), stays, "too many forgotten, or too few");
        done(store, key).await;
    }
}
