//! What every store of sessions must do.

use futures_util::future::join_all;

use super::{answered, now, random};
use crate::store::{SessionKey, SessionStore, Span, StoreFuture, StoredSession};

const HOUR: u64 = 3600;

/// Whether a store keeps sessions as [`SessionStore`] says.
///
/// # Panics
///
/// If it does not, or cannot be asked.
pub async fn sessions(store: &dyn SessionStore) {
    what_was_begun_is_found(store).await;
    a_session_is_over_at_its_end(store).await;
    a_key_is_taken_once(store).await;
    a_renewal_needs_the_span_that_was_seen(store).await;
    what_has_ended_stays_ended(store).await;
    of_parallel_renewals_one_is_done(store).await;
    a_sign_out_wins_over_parallel_renewals(store).await;
    sessions_do_not_touch_each_other(store).await;
}

fn key() -> SessionKey {
    SessionKey::new(random())
}

fn session(since: u64) -> StoredSession {
    let contents = "{\"sub\":\"ada\",\"name\":\"Ḁda \\\"' \\u0000\"}".to_owned();
    StoredSession { contents, span: Span { since, until: since + HOUR } }
}

async fn find(store: &dyn SessionStore, key: &SessionKey, now: u64) -> Option<StoredSession> {
    answered(store.find(key, now).await)
}

async fn begin(store: &dyn SessionStore, now: u64) -> (SessionKey, StoredSession) {
    let (key, session) = (key(), session(now));
    answered(store.begin(&key, session.clone(), now).await);
    (key, session)
}

fn later(span: Span, by: u64) -> Span {
    Span { since: span.since + by, until: span.until + by }
}

async fn what_was_begun_is_found(store: &dyn SessionStore) {
    let now = now();
    let (key, session) = begin(store, now).await;
    assert_eq!(find(store, &key, now).await, Some(session), "a session was changed");
    assert_eq!(find(store, &self::key(), now).await, None, "a session that nobody began");
    answered(store.end(&key).await);
}

async fn a_session_is_over_at_its_end(store: &dyn SessionStore) {
    let now = now();
    let (key, session) = begin(store, now).await;
    let until = session.span.until;
    assert!(find(store, &key, until - 1).await.is_some(), "a session was over a second early");
    assert_eq!(find(store, &key, until).await, None, "a session outlived its end");
    let longer = later(session.span, 60);
    assert!(answered(store.renew(&key, session.span, longer).await), "no renewal");
    assert!(find(store, &key, until).await.is_some(), "a renewed session kept its old end");
    assert_eq!(find(store, &key, until + 60).await, None, "a session outlived its new end");
    answered(store.end(&key).await);
}

async fn a_key_is_taken_once(store: &dyn SessionStore) {
    let now = now();
    let (key, first) = begin(store, now).await;
    let other = StoredSession { contents: "{}".to_owned(), ..first.clone() };
    assert!(store.begin(&key, other, now).await.is_err(), "a key was given twice");
    assert_eq!(find(store, &key, now).await, Some(first), "a session was overwritten");
    answered(store.end(&key).await);
}

async fn a_renewal_needs_the_span_that_was_seen(store: &dyn SessionStore) {
    let now = now();
    let (key, session) = begin(store, now).await;
    let span = session.span;
    let to = later(span, 1800);
    for seen in [later(span, 1), Span { since: span.since + 1, ..span }] {
        assert!(!answered(store.renew(&key, seen, to).await), "renewed from another span");
    }
    assert_eq!(find(store, &key, now).await, Some(session.clone()), "changed all the same");
    assert!(answered(store.renew(&key, span, to).await), "no renewal");
    assert!(!answered(store.renew(&key, span, to).await), "renewed twice from one span");
    let renewed = StoredSession { span: to, ..session };
    assert_eq!(find(store, &key, now).await, Some(renewed), "not what was asked for");
    answered(store.end(&key).await);
}

async fn what_has_ended_stays_ended(store: &dyn SessionStore) {
    let now = now();
    let (key, session) = begin(store, now).await;
    answered(store.end(&key).await);
    assert_eq!(find(store, &key, now).await, None, "a session survived its end");
    let to = later(session.span, 60);
    assert!(!answered(store.renew(&key, session.span, to).await), "a renewal revived a session");
    assert_eq!(find(store, &key, now).await, None, "a renewal revived a session");
    answered(store.end(&key).await);
}

async fn of_parallel_renewals_one_is_done(store: &dyn SessionStore) {
    let now = now();
    let (key, session) = begin(store, now).await;
    let ends = (1..=8).map(|by| later(session.span, by)).collect::<Vec<_>>();
    let renewals = ends.iter().map(|to| store.renew(&key, session.span, *to));
    let done = join_all(renewals).await.into_iter().map(answered).collect::<Vec<_>>();
    let winners = ends.iter().zip(&done).filter(|(_, done)| **done).map(|(span, _)| *span);
    let winners = winners.collect::<Vec<_>>();
    assert_eq!(winners.len(), 1, "several renewals of one span were done, or none");
    let span = find(store, &key, now).await.map(|session| session.span);
    assert_eq!(span, winners.first().copied(), "the renewal that was told is not the one done");
    answered(store.end(&key).await);
}

async fn a_sign_out_wins_over_parallel_renewals(store: &dyn SessionStore) {
    for position in 0..8 {
        let now = now();
        let (key, session) = begin(store, now).await;
        let key = &key;
        let mut steps: Vec<StoreFuture<'_, ()>> = Vec::new();
        for step in 0..8 {
            if step == position {
                steps.push(store.end(key));
            }
            let (from, to) = (later(session.span, step), later(session.span, step + 1));
            steps.push(Box::pin(async move { store.renew(key, from, to).await.map(drop) }));
        }
        join_all(steps).await.into_iter().for_each(answered);
        assert_eq!(find(store, key, now).await, None, "a renewal undid a sign-out");
    }
}

async fn sessions_do_not_touch_each_other(store: &dyn SessionStore) {
    let now = now();
    let (one, ended) = begin(store, now).await;
    let (two, kept) = begin(store, now).await;
    assert!(answered(store.renew(&one, ended.span, later(ended.span, 60)).await), "no renewal");
    answered(store.end(&one).await);
    assert_eq!(find(store, &two, now).await, Some(kept), "another session was changed");
    answered(store.end(&two).await);
}
