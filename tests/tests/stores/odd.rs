//! Odd names, odd times, and callers who leave: nobody gets what is somebody else's.

use std::time::Duration;

use actix_web::rt::time::timeout;
use portcullis::{
    ApiKeyHash, ApiKeyStore, FamilyId, MemoryStore, Position, PostgresStore, RedisStore,
    RefreshHash, RefreshStore, Revocable, Revocation, RevocationStore, Rotation, SessionKey,
    SessionStore, Span, SqliteStore, StoredApiKey, StoredFamily, StoredSession, UserId,
};
use portcullis_servers::{Postgres, Redis, RedisCluster};

const NAMES: [&str; 14] = [
    "",
    "a",
    "ab",
    "b",
    "1",
    "1:",
    ":",
    "a:1",
    "\0",
    "a\0b",
    "{a}",
    "}{",
    "'\";--",
    "%_\\\u{ffff}",
];

async fn users_are_told_apart(store: &impl RefreshStore) {
    let users: Vec<_> =
        NAMES.iter().flat_map(|one| NAMES.map(|other| UserId::new(*one, other))).collect();
    let families = || (0..).map(|number: u128| FamilyId::new(number.to_be_bytes())).zip(&users);
    for (id, user) in families() {
        store.begin(&id, family(user.clone(), 1000), 100).await.unwrap();
    }
    for (id, user) in families() {
        let own = store.list(user, 100).await.unwrap();
        assert_eq!(own, [(id, family(user.clone(), 1000))]);
        assert_eq!(store.end_all(user).await.unwrap(), [id]);
        assert_eq!(store.find(&id, 100).await.unwrap(), None);
    }
}

fn family(user: UserId, until: u64) -> StoredFamily {
    let current = RefreshHash::new([1; 32]);
    let rotation = Rotation { current, at: 100, until, spent: Vec::new() };
    StoredFamily { user, label: Some("\0".to_owned()), since: 100, ends: until, rotation }
}

async fn owners_are_told_apart(store: &impl ApiKeyStore) {
    for name in NAMES {
        store.add(api_key(name)).await.unwrap();
    }
    for name in NAMES {
        assert_eq!(store.list(name).await.unwrap(), [api_key(name)]);
        for other in NAMES.into_iter().filter(|other| *other != name) {
            assert!(!store.revoke(other, name, 100).await.unwrap());
            assert!(!store.set_disabled(other, name, true).await.unwrap());
        }
        assert!(store.revoke(name, name, 100).await.unwrap());
        assert!(!store.revoke(name, name, 101).await.unwrap());
    }
}

fn api_key(name: &str) -> StoredApiKey {
    StoredApiKey {
        id: name.to_owned(),
        hash: ApiKeyHash::new([1; 32]),
        owner: name.to_owned(),
        label: "x".repeat(1 << 20),
        roles: vec![name.to_owned()],
        permissions: Vec::new(),
        scopes: Vec::new(),
        issued: 0,
        expires: None,
        last_used: None,
        disabled: false,
        revoked: None,
    }
}

async fn revocations_are_told_apart(store: &impl RevocationStore) {
    let mut all = Vec::new();
    for (issuer, id) in NAMES.iter().flat_map(|one| NAMES.map(|other| (*one, other.to_owned()))) {
        let user = Revocable::User { id: id.clone(), up_to: 7 };
        for what in [Revocable::Token(id.clone()), Revocable::Session(id), user] {
            all.push(Revocation { issuer: issuer.to_owned(), what, until: None });
        }
    }
    for revocation in &all {
        store.revoke(revocation.clone(), u64::MAX).await.unwrap();
    }
    let told = store.after(Position(0), u64::MAX).await.unwrap();
    assert_eq!(told.revocations, all);
    // No store has given it: what is read is read again from a place before.
    let lost = store.after(Position(u64::MAX), 0).await.unwrap();
    assert!(lost.revocations.is_empty() && lost.position < Position(u64::MAX));
}

async fn odd_times_let_nobody_in(store: &impl SessionStore) {
    const TIMES: [u64; 6] = [0, 1, 1 << 53, i64::MAX.cast_unsigned(), 1 << 63, u64::MAX];
    let spans = TIMES.iter().flat_map(|since| TIMES.map(|until| Span { since: *since, until }));
    for (number, span) in (0..).zip(spans) {
        let key = SessionKey::new([number; 32]);
        let session = StoredSession { contents: "\0".to_owned(), span };
        store.begin(&key, session, 0).await.unwrap();
        for now in TIMES {
            let found = store.find(&key, now).await.unwrap();
            assert!(found.is_none() || now < span.until, "{span:?} at {now}");
            // Far away, a store may be too strict by some thousand million years.
            assert!(found.is_some() || now >= span.until.min(1 << 62), "{span:?} at {now}");
        }
        let longer = Span { since: 0, until: 1 };
        assert!(store.renew(&key, span, longer).await.unwrap(), "{span:?}");
        assert_eq!(store.find(&key, 1).await.unwrap(), None);
        store.end(&key).await.unwrap();
        assert!(!store.renew(&key, longer, longer).await.unwrap());
    }
}

async fn callers_who_leave_mix_nothing_up(store: &impl SessionStore) {
    let key = |number: u32| SessionKey::new([u8::try_from(number % 20).unwrap() + 100; 32]);
    let session = |number: u32| StoredSession {
        contents: (number % 20).to_string(),
        span: Span { since: 0, until: 200 },
    };
    for number in 0..20 {
        store.begin(&key(number), session(number), 100).await.unwrap();
    }
    for number in 0..200 {
        let short = Duration::from_micros(u64::from(number) * 10);
        let span = session(number).span;
        let _ = timeout(short, store.find(&key(number), 100)).await;
        let _ = timeout(short, store.renew(&key(number + 1), span, span)).await;
    }
    for number in 0..20 {
        let found = timeout(Duration::from_secs(5), store.find(&key(number), 100)).await;
        assert_eq!(found.unwrap().unwrap(), Some(session(number)));
    }
}

async fn nothing_is_mixed_up<S>(store: &S)
where
    S: ApiKeyStore + RefreshStore + RevocationStore + SessionStore,
{
    users_are_told_apart(store).await;
    owners_are_told_apart(store).await;
    revocations_are_told_apart(store).await;
    odd_times_let_nobody_in(store).await;
    callers_who_leave_mix_nothing_up(store).await;
}

#[actix_web::test]
async fn nothing_is_mixed_up_in_memory() {
    nothing_is_mixed_up(&MemoryStore::new()).await;
}

#[actix_web::test]
async fn nothing_is_mixed_up_in_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    nothing_is_mixed_up(&store).await;
}

#[actix_web::test]
async fn nothing_is_mixed_up_in_postgres() {
    let server = Postgres::start().unwrap();
    nothing_is_mixed_up(&PostgresStore::connect(&server.url()).await.unwrap()).await;
}

#[actix_web::test]
async fn nothing_is_mixed_up_in_redis() {
    let server = Redis::start().unwrap();
    nothing_is_mixed_up(&RedisStore::connect(server.url()).await.unwrap()).await;
}

#[actix_web::test]
async fn nothing_is_mixed_up_in_a_redis_cluster() {
    let cluster = RedisCluster::start().unwrap();
    nothing_is_mixed_up(&RedisStore::connect_cluster(cluster.urls()).await.unwrap()).await;
}
