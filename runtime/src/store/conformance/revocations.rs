//! What every store of revocations must do.

use futures_util::future::{join, join_all};

use super::{answered, now, random};
use crate::store::{Position, Revocable, Revocation, RevocationStore};

const HOUR: u64 = 3600;

/// More are not read at once.
const MOST: usize = 10_000;

/// Whether a store keeps revocations as [`RevocationStore`] says.
///
/// # Panics
///
/// If it does not, or cannot be asked.
pub async fn revocations(store: &dyn RevocationStore) {
    what_was_revoked_is_read(store).await;
    every_text_is_kept_as_it_is(store).await;
    they_are_read_in_their_order(store).await;
    one_is_over_at_its_end(store).await;
    who_has_read_all_stays_where_it_is(store).await;
    no_position_is_too_far(store).await;
    issuers_and_kinds_are_apart(store).await;
    the_same_may_be_revoked_again(store).await;
    what_reaches_further_is_read(store).await;
    nothing_is_lost_while_others_write(store).await;
}

fn word() -> String {
    random().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn of(issuer: &str, what: Revocable, until: Option<u64>) -> Revocation {
    Revocation { issuer: issuer.to_owned(), what, until }
}

fn token(issuer: &str) -> Revocation {
    of(issuer, Revocable::Token(word()), Some(now() + HOUR))
}

fn user(issuer: &str, id: &str, up_to: u64, until: u64) -> Revocation {
    of(issuer, Revocable::User { id: id.to_owned(), up_to }, Some(until))
}

async fn revoke(store: &dyn RevocationStore, revocation: &Revocation) {
    answered(store.revoke(revocation.clone(), now()).await);
}

/// What there is of an issuer behind a position, and where it ends.
async fn follow(
    store: &dyn RevocationStore,
    issuer: &str,
    from: Position,
    now: u64,
) -> (Vec<Revocation>, Position) {
    let (mut own, mut at) = (Vec::new(), from);
    loop {
        let read = answered(store.after(at, now).await);
        assert!(read.revocations.len() <= MOST, "too many were read at once");
        assert!(read.position >= at, "the position went back");
        let end = read.revocations.is_empty();
        assert!(end || read.position > at, "something was read, and the position stayed");
        assert!(!end || !read.more, "there is more, and nothing is read");
        at = read.position;
        own.extend(read.revocations.into_iter().filter(|it| it.issuer == issuer));
        if end {
            return (own, at);
        }
    }
}

/// What somebody reads who has read nothing yet.
async fn all(store: &dyn RevocationStore, issuer: &str) -> Vec<Revocation> {
    follow(store, issuer, Position::default(), now()).await.0
}

async fn what_was_revoked_is_read(store: &dyn RevocationStore) {
    let (issuer, now) = (word(), now());
    let own = [
        of(&issuer, Revocable::Token(word()), Some(now + 60)),
        of(&issuer, Revocable::Session(word()), Some(now + HOUR)),
        user(&issuer, &word(), now, now + 61),
        user(&issuer, &word(), 0, now + 61),
        of(&issuer, Revocable::User { id: word(), up_to: now - 9 }, None),
    ];
    for revocation in &own {
        revoke(store, revocation).await;
        let read = all(store, &issuer).await;
        assert!(read.contains(revocation), "what was acknowledged is not read: {revocation:?}");
    }
    assert_eq!(all(store, &issuer).await, own, "something was changed, or read twice");
}

async fn every_text_is_kept_as_it_is(store: &dyn RevocationStore) {
    let issuer = format!("https://{}.example/ \"Ḁ\\'%:;\n", word());
    let long = "x".repeat(8192);
    let odd = ["", " ", "a", "A", "a ", "ä", "a\u{308}", "%s:*", "\"\\'\n", "\u{0}", "🚪", &long];
    for id in odd {
        revoke(store, &of(&issuer, Revocable::Token(id.to_owned()), Some(now() + HOUR))).await;
    }
    let read = all(store, &issuer).await;
    let ids = read.iter().map(|it| match &it.what {
        Revocable::Token(id) => id.as_str(),
        Revocable::Session(_) | Revocable::User { .. } => "another kind",
    });
    assert_eq!(ids.collect::<Vec<_>>(), odd, "a text was changed");
}

async fn they_are_read_in_their_order(store: &dyn RevocationStore) {
    let issuer = word();
    let mut at = Position::default();
    for _ in 0..9 {
        let (one, other) = (token(&issuer), token(&issuer));
        revoke(store, &one).await;
        revoke(store, &other).await;
        let (read, end) = follow(store, &issuer, at, now()).await;
        let last = read.iter().rev().take(2).rev().cloned().collect::<Vec<_>>();
        assert_eq!(last, [one, other], "not in the order in which they were made");
        assert!(at.0 == 0 || read.len() == 2, "read again, behind the position");
        at = end;
    }
}

async fn one_is_over_at_its_end(store: &dyn RevocationStore) {
    let issuer = word();
    let until = now() + HOUR;
    let own = of(&issuer, Revocable::Session(word()), Some(until));
    revoke(store, &own).await;
    let start = Position::default();
    let (read, _) = follow(store, &issuer, start, until - 1).await;
    assert_eq!(read, [own], "a revocation was over a second early");
    let (read, _) = follow(store, &issuer, start, until).await;
    assert_eq!(read, [], "a revocation outlived its end");
    let forever = of(&issuer, Revocable::Session(word()), None);
    revoke(store, &forever).await;
    let (read, _) = follow(store, &issuer, start, until + 999 * HOUR).await;
    assert_eq!(read, [forever], "a revocation without an end was over");
}

async fn who_has_read_all_stays_where_it_is(store: &dyn RevocationStore) {
    let issuer = word();
    revoke(store, &token(&issuer)).await;
    let (_, end) = follow(store, &issuer, Position::default(), now()).await;
    let (read, still) = follow(store, &issuer, end, now()).await;
    assert_eq!(read, [], "read again, behind the position");
    let later = token(&issuer);
    revoke(store, &later).await;
    let (read, next) = follow(store, &issuer, still, now()).await;
    assert_eq!(read, [later], "not what was made behind the position");
    assert!(next > end, "the position stayed");
}

async fn no_position_is_too_far(store: &dyn RevocationStore) {
    let read = answered(store.after(Position(u64::MAX), now()).await);
    assert_eq!(read.revocations, [], "behind every position there is something");
}

async fn issuers_and_kinds_are_apart(store: &dyn RevocationStore) {
    let (one, other, id) = (word(), word(), word());
    let until = now() + HOUR;
    let kinds = |issuer: &str| {
        let own = [Revocable::Token(id.clone()), Revocable::Session(id.clone())];
        let mut own = own.map(|what| of(issuer, what, Some(until))).to_vec();
        own.push(user(issuer, &id, 9, until));
        own
    };
    for revocation in kinds(&one).iter().chain(&kinds(&other)) {
        revoke(store, revocation).await;
    }
    for issuer in [&one, &other] {
        assert_eq!(all(store, issuer).await, kinds(issuer), "one stood for another");
    }
}

async fn the_same_may_be_revoked_again(store: &dyn RevocationStore) {
    let issuer = word();
    let own = token(&issuer);
    revoke(store, &own).await;
    join_all((0..8).map(|_| revoke(store, &own))).await;
    let read = all(store, &issuer).await;
    assert!(read.contains(&own), "what was revoked twice is not read");
    assert!(read.iter().all(|it| *it == own), "something was changed");
}

/// A store may put one in the place of another about the same, if it reaches as far.
async fn what_reaches_further_is_read(store: &dyn RevocationStore) {
    let (issuer, id, now) = (word(), word(), now());
    let reaches = |read: &[Revocation], at_least: u64, later: u64| {
        read.iter().any(|it| {
            let far = matches!(&it.what, Revocable::User { id: own, up_to }
                if *own == id && *up_to >= at_least);
            far && it.until.is_none_or(|until| until >= later)
        })
    };
    let steps = [(100, now + 60), (200, now + 60), (200, now + HOUR), (150, now + 60)];
    let (mut at, mut furthest) = (Position::default(), (0, 0));
    for (up_to, until) in steps {
        revoke(store, &user(&issuer, &id, up_to, until)).await;
        let (news, end) = follow(store, &issuer, at, now).await;
        let further = up_to > furthest.0 || until > furthest.1;
        assert!(!further || reaches(&news, up_to, until), "a later one was not read");
        furthest = (furthest.0.max(up_to), furthest.1.max(until));
        at = end;
        let read = all(store, &issuer).await;
        assert!(reaches(&read, furthest.0, 0), "an earlier one has undone a later one");
        assert!(reaches(&read, 0, furthest.1), "a revocation was cut short");
    }
}

/// Nothing may come to light behind a position that was handed out.
async fn nothing_is_lost_while_others_write(store: &dyn RevocationStore) {
    let issuer = word();
    let (_, start) = follow(store, &issuer, Position::default(), now()).await;
    let own = (0..32).map(|_| [(); 4].map(|()| token(&issuer))).collect::<Vec<_>>();
    let writers = join_all(own.iter().map(|own| async move {
        for revocation in own {
            revoke(store, revocation).await;
        }
    }));
    let reader = async {
        let (mut read, mut at) = (Vec::new(), start);
        // As often as there are writings; the last time is after all of them.
        for _ in 0..own.len() {
            let (more, end) = follow(store, &issuer, at, now()).await;
            read.extend(more);
            at = end;
        }
        (read, at)
    };
    let (_, (mut read, at)) = join(writers, reader).await;
    read.extend(follow(store, &issuer, at, now()).await.0);
    for revocation in own.iter().flatten() {
        let times = read.iter().filter(|it| *it == revocation).count();
        assert_eq!(times, 1, "lost, or read twice, by a reader that follows while others write");
    }
}
