//! Redis keeps everything, on one server and on a cluster.

use portcullis::RedisStore;
use portcullis::test::conformance;
use portcullis_servers::{Redis, RedisCluster};

async fn keeps_all(store: &RedisStore) {
    conformance::sessions(store).await;
    conformance::api_keys(store).await;
    conformance::refresh_tokens(store).await;
}

#[actix_web::test]
async fn one_server_keeps_everything() {
    let server = Redis::start().unwrap();
    keeps_all(&RedisStore::connect(&server.url()).await.unwrap()).await;
}

#[actix_web::test]
async fn a_cluster_keeps_everything() {
    let cluster = RedisCluster::start().unwrap();
    keeps_all(&RedisStore::connect_cluster(cluster.urls()).await.unwrap()).await;
}
