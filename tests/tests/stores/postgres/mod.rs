//! PostgreSQL keeps everything, whatever becomes of the server.

mod heard;
mod outages;
mod shared;
mod starts;

use portcullis::test::conformance;
use portcullis::{
    ApiKeyHash, ApiKeyStore, FamilyId, PostgresStore, RefreshHash, Rotation, SessionKey,
    SessionStore, Span, StoredApiKey, StoredFamily, StoredSession, UserId,
};
use portcullis_servers::Postgres;
use sqlx::{Connection, PgConnection};

const KEY: SessionKey = SessionKey::new([7; 32]);

fn session(until: u64) -> StoredSession {
    StoredSession { contents: "{}".to_owned(), span: Span { since: 100, until } }
}

fn family(number: u8) -> (FamilyId, StoredFamily) {
    let family = StoredFamily {
        user: UserId::new("https://issuer.example", "ada"),
        label: None,
        since: 100,
        ends: 1 << 40,
        rotation: rotation(number),
    };
    (FamilyId::new([number; 16]), family)
}

fn rotation(number: u8) -> Rotation {
    let current = RefreshHash::new([number; 32]);
    Rotation { current, at: 100, until: 1 << 40, spent: Vec::new() }
}

async fn raw(server: &Postgres) -> PgConnection {
    PgConnection::connect(&server.url()).await.unwrap()
}

async fn run(connection: &mut PgConnection, sql: &'static str) {
    sqlx::raw_sql(sql).execute(connection).await.unwrap();
}

#[actix_web::test]
async fn postgres_keeps_everything() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    conformance::sessions(&store).await;
    conformance::api_keys(&store).await;
    conformance::refresh_tokens(&store).await;
    conformance::revocations(&store).await;
}

#[actix_web::test]
async fn any_encoding_will_do() {
    let server = Postgres::start().unwrap();
    let database = "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0";
    run(&mut raw(&server).await, database).await;
    let url = server.url().replace("/postgres?", "/latin?");
    let store = PostgresStore::connect(&url).await.unwrap();
    conformance::sessions(&store).await;
    conformance::api_keys(&store).await;
    conformance::refresh_tokens(&store).await;
    conformance::revocations(&store).await;
}

#[actix_web::test]
async fn what_is_over_is_forgotten_in_time() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    for number in 0..40 {
        store.begin(&SessionKey::new([number; 32]), session(200), 100).await.unwrap();
    }
    // Later sessions begin, each when those of before are over.
    for number in 40..44 {
        store.begin(&SessionKey::new([number; 32]), session(400), 300).await.unwrap();
    }
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM portcullis_sessions")
        .fetch_one(&mut raw(&server).await)
        .await
        .unwrap();
    assert_eq!(left, 4);
}

#[actix_web::test]
async fn texts_may_be_long_and_odd() {
    let server = Postgres::start().unwrap();
    let store = PostgresStore::connect(&server.url()).await.unwrap();
    // Too long for an index, and nothing that can be compressed.
    let owner: String = (0..20_000_u32)
        .filter_map(|n| char::from_u32(n.wrapping_mul(2_654_435_761) >> 16))
        .collect();
    let key = StoredApiKey {
        id: "k\0".to_owned(),
        hash: ApiKeyHash::new([1; 32]),
        owner: owner.clone(),
        label: "\0".to_owned(),
        roles: vec!["\0".to_owned()],
        permissions: Vec::new(),
        scopes: Vec::new(),
        issued: 100,
        expires: None,
        last_used: None,
        disabled: false,
        revoked: None,
    };
    store.add(key.clone()).await.unwrap();
    assert_eq!(ApiKeyStore::find(&store, "k").await.unwrap(), None);
    assert_eq!(ApiKeyStore::find(&store, "k\0").await.unwrap(), Some(key.clone()));
    assert_eq!(store.list(&owner).await.unwrap(), [key]);
}
