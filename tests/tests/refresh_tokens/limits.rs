//! Until when tokens are good.

use std::time::Duration;

use portcullis::MemoryStore;

use crate::site::{START, Site};

const HOUR: u64 = 3600;
const DAY: u64 = 24 * HOUR;

#[actix_web::test]
async fn a_login_that_is_not_used_is_over() {
    let site = Site::new();
    let (kept, over) = (site.token().await, site.token().await);
    site.clock.set(4 * HOUR - 1);
    let kept = site.next(&kept).await;
    site.clock.set(4 * HOUR);
    assert!(site.refuses(&over).await);
    site.clock.set(8 * HOUR - 2);
    let kept = site.next(&kept).await;
    site.clock.set(12 * HOUR - 2);
    assert!(site.refuses(&kept).await);
}

#[actix_web::test]
async fn no_login_lasts_longer_than_the_absolute_limit() {
    let site = Site::new();
    let mut token = site.token().await;
    let mut now = 0;
    while now + 3 * HOUR < 30 * DAY {
        now += 3 * HOUR;
        site.clock.set(now);
        token = site.next(&token).await;
    }
    site.clock.set(30 * DAY - 100);
    let last = site.refresh(&token).await;
    // The access token does not outlive the login.
    assert_eq!(last.json()["expires_in"], 100);
    let me = site.me(&last.text_of("access_token")).await.json();
    assert_eq!(me["exp"], START + 30 * DAY);
    site.clock.set(30 * DAY);
    assert!(site.refuses(&last.text_of("refresh_token")).await);
}

#[actix_web::test]
async fn every_limit_can_be_another() {
    let site = Site::over(MemoryStore::new(), |tokens| {
        tokens
            .access_validity(Duration::from_secs(60))
            .refresh_validity(Duration::from_secs(100))
            .absolute(Duration::from_secs(150))
            .grace(Duration::from_secs(1))
    });
    let login = site.login().await;
    assert_eq!(login.json()["expires_in"], 60);
    let first = login.text_of("refresh_token");
    site.clock.set(99);
    let renewed = site.refresh(&first).await;
    assert_eq!(renewed.json()["expires_in"], 51);
    site.clock.set(149);
    let second = site.next(&renewed.text_of("refresh_token")).await;
    site.clock.set(150);
    assert!(site.refuses(&second).await);
}
