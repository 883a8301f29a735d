//! What is refused at the start, and what nobody is told.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use portcullis::{RedisStore, SessionStore};
use portcullis_servers::{Redis, RedisCluster};

use super::{key, one_server};

async fn refused(url: &str) -> String {
    RedisStore::connect(url).await.unwrap_err().to_string()
}

#[actix_web::test]
async fn what_is_no_address_is_refused() {
    for url in ["", "localhost", "http://localhost", "redis://", "rediss://127.0.0.1"] {
        assert!(RedisStore::connect(url).await.is_err(), "{url}");
        assert!(RedisStore::connect_cluster([url]).await.is_err(), "{url}");
    }
    let none: [&str; 0] = [];
    assert!(RedisStore::connect_cluster(none).await.is_err());
}

#[actix_web::test]
async fn a_node_of_a_cluster_is_no_server_by_itself() {
    let cluster = RedisCluster::start().unwrap();
    let told = refused(&cluster.urls()[0]).await;
    assert_eq!(told, "this Redis server is part of a cluster: use `connect_cluster`");
}

#[actix_web::test]
async fn a_brace_in_the_prefix_is_refused() {
    let server = Redis::start().unwrap();
    for prefix in ["{", "a}:", "{}"] {
        let store = RedisStore::options().prefix(prefix).connect(server.url()).await;
        let told = store.unwrap_err().to_string();
        assert_eq!(told, "there is a brace in the prefix of keys in Redis");
    }
}

#[actix_web::test]
async fn the_password_is_told_to_nobody() {
    let (mut server, store) = one_server().await;
    let url = server.url();
    let password = url.split([':', '@']).nth(2).unwrap().to_owned();
    assert!(password.len() > 8);
    let mut told = vec![format!("{store:?}"), format!("{:?}", RedisStore::options())];
    // Wrong ones, and addresses that make no sense with them.
    told.push(refused(&url.replace(&password, &format!("{password}x"))).await);
    told.push(refused(&url.replace("redis:", "radish:")).await);
    told.push(refused(&format!("{url}no-number")).await);
    told.push(refused(&format!("redis://:{password}@127.0.0.1:99999")).await);
    server.kill().unwrap();
    told.push(refused(&url).await);
    told.push(RedisStore::connect_cluster([&url]).await.unwrap_err().to_string());
    told.push(store.find(&key(1), 100).await.unwrap_err().to_string());
    for text in told {
        assert!(!text.contains(&password), "{text}");
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is logged while a store connects, about itself.
async fn logged(url: &str) -> Vec<String> {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).finish();
    let guard = tracing::subscriber::set_default(subscriber);
    RedisStore::connect(url).await.unwrap();
    drop(guard);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    text.lines().filter(|line| line.contains("portcullis")).map(str::to_owned).collect()
}

#[actix_web::test]
async fn a_server_that_may_lose_what_it_has_accepted_is_warned_of() {
    let server = Redis::start().unwrap();
    assert_eq!(logged(&server.url()).await, [""; 0]);
    for (setting, value) in
        [("appendfsync", "everysec"), ("maxmemory-policy", "allkeys-lru"), ("appendonly", "no")]
    {
        let before = server.command(&["CONFIG", "GET", setting]).unwrap();
        let before = before.lines().nth(1).unwrap();
        server.command(&["CONFIG", "SET", setting, value]).unwrap();
        let lines = logged(&server.url()).await;
        let [line] = lines.as_slice() else { panic!("{lines:?}") };
        assert!(line.contains("WARN") && line.contains(setting) && line.contains(value), "{line}");
        server.command(&["CONFIG", "SET", setting, before]).unwrap();
    }
}

#[actix_web::test]
async fn a_server_that_does_not_tell_is_not_suspected() {
    let server = Redis::start().unwrap();
    let rights = ["on", ">open", "~*", "&*", "+@all", "-config"];
    server.command(&[["ACL", "SETUSER", "app"].as_slice(), &rights].concat()).unwrap();
    let lines = logged(&format!("redis://app:open@{}/", server.address())).await;
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(line.contains("INFO") && line.contains("does not say"), "{line}");
}
