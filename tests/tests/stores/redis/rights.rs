//! A user of Redis with no more rights than the documentation asks for.

use portcullis::{RedisStore, Revocable, Revocation, RevocationStore};
use portcullis_servers::{Redis, RedisCluster};

use super::keeps_all;

/// What `ACL SETUSER` is told, from the documentation itself.
fn rules() -> Vec<&'static str> {
    let docs = include_str!("../../../../runtime/docs/redis.md");
    let (_, after) = docs.split_once("ACL SETUSER portcullis").unwrap();
    let (rules, _) = after.split_once("```").unwrap();
    rules.split_whitespace().map(|word| word.trim_end_matches('\\')).collect()
}

fn let_in(server: &Redis) -> String {
    let rules = rules();
    let mut command = vec!["ACL", "SETUSER", "portcullis"];
    command.extend(rules.into_iter().filter(|word| !word.is_empty()));
    server.command(&command).unwrap();
    format!("redis://portcullis:a-long-password@{}/", server.address())
}

/// Everything, and that nothing else is allowed.
async fn is_enough(store: &RedisStore, server: &Redis, url: &str) {
    keeps_all(store).await;
    let what = Revocable::Token("one".to_owned());
    let revocation = Revocation { issuer: "here".to_owned(), what, until: None };
    store.changed().await.unwrap();
    store.revoke(revocation, 100).await.unwrap();
    store.changed().await.unwrap();
    let password = url.trim_start_matches("redis://portcullis:").split('@').next().unwrap();
    for refused in [&["GET", "other"][..], &["FLUSHALL"], &["KEYS", "*"]] {
        let auth = [&["--user", "portcullis", "--pass", password, "--no-auth-warning"], refused];
        let told = server.command(&auth.concat()).unwrap_err().to_string();
        assert!(told.contains("NOPERM"), "{told}");
    }
}

#[actix_web::test]
async fn the_rights_that_are_asked_for_are_enough_on_one_server() {
    let server = Redis::start().unwrap();
    let url = let_in(&server);
    let store = RedisStore::connect(&url).await.unwrap();
    is_enough(&store, &server, &url).await;
}

#[actix_web::test]
async fn the_rights_that_are_asked_for_are_enough_on_a_cluster() {
    let cluster = RedisCluster::start().unwrap();
    let urls: Vec<String> = cluster.nodes().iter().map(let_in).collect();
    let store = RedisStore::connect_cluster(&urls).await.unwrap();
    is_enough(&store, &cluster.nodes()[0], &urls[0]).await;
}
