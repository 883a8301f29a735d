//! Redis keeps everything, on one server and on a cluster.

mod connecting;
mod keys;
mod outages;
mod revocations;
mod rights;

use portcullis::test::conformance;
use portcullis::{
    FamilyId, RedisStore, RefreshHash, Rotation, SessionKey, Span, StoredFamily, StoredSession,
    UserId,
};
use portcullis_servers::{Redis, RedisCluster};

async fn keeps_all(store: &RedisStore) {
    conformance::sessions(store).await;
    conformance::api_keys(store).await;
    conformance::refresh_tokens(store).await;
    conformance::revocations(store).await;
}

async fn one_server() -> (Redis, RedisStore) {
    let server = Redis::start().unwrap();
    let store = RedisStore::connect(server.url()).await.unwrap();
    (server, store)
}

async fn cluster() -> (RedisCluster, RedisStore) {
    let cluster = RedisCluster::start().unwrap();
    let store = RedisStore::connect_cluster(cluster.urls()).await.unwrap();
    (cluster, store)
}

fn session() -> StoredSession {
    StoredSession { contents: "{}".to_owned(), span: Span { since: 100, until: 200 } }
}

fn key(number: u8) -> SessionKey {
    SessionKey::new([number; 32])
}

fn ada() -> UserId {
    UserId::new("https://issuer.example", "ada")
}

fn id(number: u8) -> FamilyId {
    FamilyId::new([number; 16])
}

fn rotation(number: u8) -> Rotation {
    let current = RefreshHash::new([number; 32]);
    Rotation { current, at: 100, until: 200, spent: Vec::new() }
}

fn family() -> StoredFamily {
    StoredFamily { user: ada(), label: None, since: 100, ends: 300, rotation: rotation(1) }
}

#[actix_web::test]
async fn one_server_keeps_everything() {
    let (_server, store) = one_server().await;
    keeps_all(&store).await;
}

#[actix_web::test]
async fn a_cluster_keeps_everything() {
    let (_cluster, store) = cluster().await;
    keeps_all(&store).await;
}
