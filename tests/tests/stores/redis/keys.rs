//! What is in the database: where it is, for how long, and who shares it.

use std::collections::BTreeSet;

use portcullis::{RedisStore, RefreshStore, Revocable, Revocation, RevocationStore, SessionStore};
use portcullis_servers::Redis;

use super::{ada, cluster, family, id, key, one_server, rotation, session};

fn revocation() -> Revocation {
    let what = Revocable::Token("one".to_owned());
    Revocation { issuer: "https://issuer.example".to_owned(), what, until: Some(1 << 40) }
}

fn keys(server: &Redis) -> Vec<String> {
    let keys = server.command(&["KEYS", "*"]).unwrap();
    keys.lines().map(str::to_owned).filter(|key| !key.is_empty()).collect()
}

#[actix_web::test]
async fn what_is_one_step_is_in_one_slot() {
    let (cluster, store) = cluster().await;
    store.revoke(revocation(), 100).await.unwrap();
    let keys = cluster.nodes().iter().flat_map(keys).collect::<Vec<_>>();
    assert!(keys.len() > 1, "{keys:?}");
    let slot = |key: &String| cluster.nodes()[0].command(&["CLUSTER", "KEYSLOT", key]).unwrap();
    assert_eq!(keys.iter().map(slot).collect::<BTreeSet<_>>().len(), 1, "{keys:?}");
    store.begin_family().await;
    let families = cluster.nodes().iter().flat_map(self::keys);
    let of_the_family = families.filter(|key| key.contains("07070707"));
    assert_eq!(of_the_family.count(), 1);
}

trait Begin {
    async fn begin_family(&self);
}

impl Begin for RedisStore {
    /// Begins one and rotates its token.
    async fn begin_family(&self) {
        RefreshStore::begin(self, &id(7), family(), 100).await.unwrap();
        let from = family().rotation.current;
        assert!(self.rotate(&id(7), &from, rotation(2)).await.unwrap());
    }
}

#[actix_web::test]
async fn what_is_over_is_let_go_by_redis() {
    let (server, store) = one_server().await;
    SessionStore::begin(&store, &key(1), session(), 100).await.unwrap();
    assert!(store.renew(&key(1), session().span, session().span).await.unwrap());
    store.begin_family().await;
    let keys = keys(&server);
    assert_eq!(keys.len(), 3, "{keys:?}");
    for key in keys {
        let left = server.command(&["TTL", &key]).unwrap().trim().parse::<i64>().unwrap();
        // Longer than the times say, since clocks differ, but not for long.
        assert!((200..10_000).contains(&left), "{key}: {left}");
    }
}

#[actix_web::test]
async fn revocations_that_are_over_make_room_for_others() {
    let (server, store) = one_server().await;
    for _ in 0..10 {
        store.revoke(Revocation { until: Some(200), ..revocation() }, 100).await.unwrap();
    }
    store.revoke(revocation(), 1_000_000).await.unwrap();
    let left = server.command(&["ZCARD", "portcullis:{revocations}:log"]).unwrap();
    assert_eq!(left.trim(), "1");
}

#[actix_web::test]
async fn stores_with_other_prefixes_share_nothing() {
    let (server, one) = one_server().await;
    let other = RedisStore::options().prefix("other:").connect(server.url()).await.unwrap();
    SessionStore::begin(&one, &key(1), session(), 100).await.unwrap();
    one.begin_family().await;
    one.revoke(revocation(), 100).await.unwrap();
    assert_eq!(SessionStore::find(&other, &key(1), 100).await.unwrap(), None);
    assert_eq!(RefreshStore::find(&other, &id(7), 100).await.unwrap(), None);
    assert_eq!(other.end_all(&ada()).await.unwrap(), []);
    assert_eq!(other.after(Default::default(), 100).await.unwrap().revocations, []);
    SessionStore::begin(&other, &key(1), session(), 100).await.unwrap();
    let keys = keys(&server);
    let (own, others): (Vec<_>, Vec<_>) =
        keys.iter().partition(|key| key.starts_with("portcullis:"));
    assert!(!own.is_empty());
    assert_eq!(others, ["other:session:".to_owned() + &"01".repeat(32)].iter().collect::<Vec<_>>());
}

#[actix_web::test]
async fn scripts_that_the_server_forgets_are_sent_again() {
    let (server, store) = one_server().await;
    for number in 0..3 {
        SessionStore::begin(&store, &key(number), session(), 100).await.unwrap();
        server.command(&["SCRIPT", "FLUSH"]).unwrap();
    }
    let (cluster, store) = cluster().await;
    for number in 0..9 {
        SessionStore::begin(&store, &key(number), session(), 100).await.unwrap();
        for node in cluster.nodes() {
            node.command(&["SCRIPT", "FLUSH"]).unwrap();
        }
    }
}

#[actix_web::test]
async fn a_key_that_moves_to_another_node_is_followed() {
    let (cluster, store) = cluster().await;
    SessionStore::begin(&store, &key(1), session(), 100).await.unwrap();
    let name = "portcullis:session:".to_owned() + &"01".repeat(32);
    let at = |node: &Redis| !keys(node).is_empty();
    let (from, to): (Vec<_>, Vec<_>) = cluster.nodes().iter().partition(|node| at(node));
    let ([from], [to, _]) = (from.as_slice(), to.as_slice()) else { panic!("not on one node") };
    let slot = from.command(&["CLUSTER", "KEYSLOT", &name]).unwrap();
    let [from_id, to_id] = [from, to].map(|node| node.command(&["CLUSTER", "MYID"]).unwrap());
    let (slot, from_id, to_id) = (slot.trim(), from_id.trim(), to_id.trim());
    to.command(&["CLUSTER", "SETSLOT", slot, "IMPORTING", from_id]).unwrap();
    from.command(&["CLUSTER", "SETSLOT", slot, "MIGRATING", to_id]).unwrap();
    let port = to.address().port().to_string();
    let password = to.url();
    let password = password.split([':', '@']).nth(2).unwrap();
    let key_only = ["MIGRATE", "127.0.0.1", &port, &name, "0", "1000", "AUTH", password];
    from.command(&key_only).unwrap();
    // The slot is on its way: one node has the key, and the other one the slot.
    assert_eq!(SessionStore::find(&store, &key(1), 100).await.unwrap(), Some(session()));
    assert!(store.renew(&key(1), session().span, session().span).await.unwrap());
    for node in [to, from] {
        node.command(&["CLUSTER", "SETSLOT", slot, "NODE", to_id]).unwrap();
    }
    assert!(store.renew(&key(1), session().span, session().span).await.unwrap());
    assert_eq!(SessionStore::find(&store, &key(1), 100).await.unwrap(), Some(session()));
}
