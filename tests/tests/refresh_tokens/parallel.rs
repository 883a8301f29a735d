//! Of requests that come at once, all go on with one successor.

use std::collections::BTreeSet;
use std::time::Duration;

use futures_util::future::join_all;
use portcullis::{MemoryStore, RefreshStore, SqliteStore};

use crate::site::Site;

const MANY: usize = 32;

async fn one_successor(store: impl RefreshStore + 'static) {
    let site = Site::over(store, |tokens| tokens);
    let mut token = site.token().await;
    for _ in 0..4 {
        let replies = join_all((0..MANY).map(|_| site.refresh(&token))).await;
        let mut successors = BTreeSet::new();
        let mut ids = BTreeSet::new();
        for reply in replies {
            assert_eq!(reply.status, 200, "{}", reply.text);
            successors.insert(reply.text_of("refresh_token"));
            ids.insert(site.me(&reply.text_of("access_token")).await.text_of("jti"));
        }
        assert_eq!((successors.len(), ids.len()), (1, MANY));
        token = successors.pop_first().unwrap();
    }
    site.clock.set(60);
    site.next(&token).await;
}

#[actix_web::test]
async fn memory_gives_one_successor() {
    one_successor(MemoryStore::new()).await;
}

#[actix_web::test]
async fn sqlite_gives_one_successor() {
    let folder = tempfile::tempdir().unwrap();
    one_successor(SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap()).await;
}

#[actix_web::test]
async fn a_log_out_wins_over_renewals() {
    let site = Site::new();
    for _ in 0..8 {
        let token = site.token().await;
        let logins = site.portcullis.logins();
        let renewals = join_all((0..8).map(|_| site.refresh(&token)));
        let (replies, ended) = futures_util::future::join(renewals, logins.end_token(&token)).await;
        assert!(ended.unwrap());
        for reply in replies {
            if reply.status == 200 {
                assert!(site.refuses(&reply.text_of("refresh_token")).await);
            }
        }
        assert!(site.refuses(&token).await);
    }
}

#[actix_web::test]
async fn without_grace_at_most_one_goes_on() {
    let site = Site::over(MemoryStore::new(), |tokens| tokens.grace(Duration::ZERO));
    let token = site.token().await;
    let replies = join_all((0..MANY).map(|_| site.refresh(&token))).await;
    let answered = replies.iter().filter(|reply| reply.status == 200);
    let answered = answered.collect::<Vec<_>>();
    assert_eq!(answered.len(), 1);
    assert!(site.refuses(&answered[0].text_of("refresh_token")).await);
}
