//! What every store of refresh tokens must do.

mod parallel;
mod users;

use super::{answered, now, random};
use crate::privileges::UserId;
use crate::store::{
    FamilyId, RefreshHash, RefreshStore, Rotation, SpentToken, StoreFuture, StoredFamily,
};

const HOUR: u64 = 3600;

/// Whether a store keeps families of refresh tokens as [`RefreshStore`] says.
///
/// # Panics
///
/// If it does not, or cannot be asked.
pub async fn refresh_tokens(store: &dyn RefreshStore) {
    what_was_begun_is_found(store).await;
    what_was_rotated_is_found(store).await;
    a_family_is_over_at_its_end(store).await;
    an_id_is_taken_once(store).await;
    a_rotation_needs_the_current_token(store).await;
    what_has_ended_stays_ended(store).await;
    families_do_not_touch_each_other(store).await;
    users::the_families_of_a_user_are_listed_in_order(store).await;
    users::what_is_over_is_not_listed(store).await;
    users::users_are_kept_apart(store).await;
    users::all_of_a_user_end_at_once(store).await;
    parallel::of_parallel_rotations_one_is_done(store).await;
    parallel::of_parallel_ends_one_tells(store).await;
    parallel::an_end_wins_over_parallel_rotations(store).await;
    parallel::an_end_of_all_wins_over_parallel_rotations(store).await;
    parallel::what_begins_meanwhile_is_told_or_lives(store).await;
}

fn id() -> FamilyId {
    let [id, _] = halves(random());
    FamilyId::new(id)
}

fn halves(bytes: [u8; 32]) -> [[u8; 16]; 2] {
    let mut halves = [[0; 16]; 2];
    halves.iter_mut().flatten().zip(bytes).for_each(|(to, from)| *to = from);
    halves
}

fn word() -> String {
    random().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn somebody() -> UserId {
    UserId::new("https://issuer.example/Ḁ 'x'", format!("{} \\ \"da\" %_", word()))
}

fn spent(until: u64) -> SpentToken {
    let successor = (0..=255).chain(random()).collect();
    SpentToken { hash: RefreshHash::new(random()), successor, until }
}

fn rotation(at: u64) -> Rotation {
    Rotation {
        current: RefreshHash::new(random()),
        at,
        until: at + HOUR,
        spent: vec![spent(at + 10), spent(at + 9)],
    }
}

fn family(user: &UserId, since: u64) -> StoredFamily {
    let rotation = Rotation { spent: Vec::new(), ..rotation(since) };
    let label = Some("Ḁda's \"laptop\" \\ {}".to_owned());
    StoredFamily { user: user.clone(), label, since, ends: since + 24 * HOUR, rotation }
}

async fn begin(store: &dyn RefreshStore, user: &UserId, now: u64) -> (FamilyId, StoredFamily) {
    let (id, family) = (id(), family(user, now));
    answered(store.begin(&id, family.clone(), now).await);
    (id, family)
}

async fn find(store: &dyn RefreshStore, id: &FamilyId, now: u64) -> Option<StoredFamily> {
    answered(store.find(id, now).await)
}

async fn what_was_begun_is_found(store: &dyn RefreshStore) {
    let now = now();
    let (id, family) = begin(store, &somebody(), now).await;
    assert_eq!(find(store, &id, now).await, Some(family.clone()), "a family was changed");
    assert_eq!(find(store, &self::id(), now).await, None, "a family that nobody began");
    let texts = [None, Some(String::new()), Some(" ".to_owned()), Some("null".to_owned())];
    for label in texts {
        let odd = StoredFamily {
            label,
            user: UserId::new("", "0"),
            rotation: rotation(now),
            ..family.clone()
        };
        let id = self::id();
        answered(store.begin(&id, odd.clone(), now).await);
        assert_eq!(find(store, &id, now).await, Some(odd), "a family was changed");
        answered(store.end(&id).await);
    }
    answered(store.end(&id).await);
}

async fn what_was_rotated_is_found(store: &dyn RefreshStore) {
    let now = now();
    let (id, family) = begin(store, &somebody(), now).await;
    let mut from = family.rotation.current;
    let empty = SpentToken { successor: Vec::new(), ..spent(0) };
    for spent in [vec![empty], Vec::new(), (0..40).map(|by| spent(now + by)).collect()] {
        let to = Rotation { spent, ..rotation(now + 60) };
        assert!(answered(store.rotate(&id, &from, to.clone()).await), "no rotation");
        from = to.current;
        let rotated = StoredFamily { rotation: to, ..family.clone() };
        assert_eq!(find(store, &id, now).await, Some(rotated), "not what was asked for");
    }
    answered(store.end(&id).await);
}

async fn a_family_is_over_at_its_end(store: &dyn RefreshStore) {
    let now = now();
    let (id, family) = begin(store, &somebody(), now).await;
    let (until, ends) = (family.until(), family.ends);
    assert!(find(store, &id, until - 1).await.is_some(), "a family was over a second early");
    assert_eq!(find(store, &id, until).await, None, "a family outlived its end");
    let longer = Rotation { until: until + 60, ..rotation(now) };
    let second = longer.current;
    let rotated = answered(store.rotate(&id, &family.rotation.current, longer).await);
    assert!(rotated, "no rotation");
    assert!(find(store, &id, until).await.is_some(), "a rotated family kept its old end");
    assert_eq!(find(store, &id, until + 60).await, None, "a family outlived its new end");
    let longest = Rotation { until: ends + HOUR, ..rotation(now) };
    assert!(answered(store.rotate(&id, &second, longest).await), "no rotation");
    assert!(find(store, &id, ends - 1).await.is_some(), "a rotated family kept its old end");
    assert_eq!(find(store, &id, ends).await, None, "a family outlived its absolute end");
    answered(store.end(&id).await);
}

async fn an_id_is_taken_once(store: &dyn RefreshStore) {
    let now = now();
    let (id, first) = begin(store, &somebody(), now).await;
    let other = family(&somebody(), now);
    assert!(store.begin(&id, other.clone(), now).await.is_err(), "an id was given twice");
    assert_eq!(find(store, &id, now).await, Some(first), "a family was overwritten");
    let listed = answered(store.list(&other.user, now).await);
    assert_eq!(listed, [], "a family that did not begin is listed");
    answered(store.end(&id).await);
}

async fn a_rotation_needs_the_current_token(store: &dyn RefreshStore) {
    let now = now();
    let (id, family) = begin(store, &somebody(), now).await;
    let (first, to) = (family.rotation.current, rotation(now));
    let stranger = RefreshHash::new(random());
    let done = answered(store.rotate(&id, &stranger, to.clone()).await);
    assert!(!done, "rotated from another token");
    let done = answered(store.rotate(&self::id(), &first, to.clone()).await);
    assert!(!done, "a family that nobody began was rotated");
    assert_eq!(find(store, &id, now).await, Some(family.clone()), "changed all the same");
    assert!(answered(store.rotate(&id, &first, to.clone()).await), "no rotation");
    let again = answered(store.rotate(&id, &first, rotation(now)).await);
    assert!(!again, "rotated twice from one token");
    let rotated = StoredFamily { rotation: to, ..family };
    assert_eq!(find(store, &id, now).await, Some(rotated), "not what was asked for");
    answered(store.end(&id).await);
}

async fn what_has_ended_stays_ended(store: &dyn RefreshStore) {
    let now = now();
    let (id, family) = begin(store, &somebody(), now).await;
    assert!(answered(store.end(&id).await), "the end of a family was not told");
    assert_eq!(find(store, &id, now).await, None, "a family survived its end");
    let done = answered(store.rotate(&id, &family.rotation.current, rotation(now)).await);
    assert!(!done, "a rotation revived a family");
    assert_eq!(find(store, &id, now).await, None, "a rotation revived a family");
    assert!(!answered(store.end(&id).await), "a family ended twice");
    assert_eq!(answered(store.list(&family.user, now).await), [], "an ended family is listed");
    assert_eq!(answered(store.end_all(&family.user).await), [], "a family ended twice");
}

async fn families_do_not_touch_each_other(store: &dyn RefreshStore) {
    let (now, user) = (now(), somebody());
    let (one, ended) = begin(store, &user, now).await;
    let (two, kept) = begin(store, &user, now).await;
    let from = ended.rotation.current;
    assert!(answered(store.rotate(&one, &from, rotation(now)).await), "no rotation");
    answered(store.end(&one).await);
    assert_eq!(find(store, &two, now).await, Some(kept), "another family was changed");
    answered(store.end(&two).await);
}
