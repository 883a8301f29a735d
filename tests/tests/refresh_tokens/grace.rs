//! What is answered to those who come a moment later.

use std::time::Duration;

use portcullis::MemoryStore;

use crate::site::Site;

#[actix_web::test]
async fn whoever_asks_twice_gets_the_same_successor_and_a_fresh_access_token() {
    let site = Site::new();
    let first = site.token().await;
    let (one, two) = (site.refresh(&first).await, site.refresh(&first).await);
    assert_eq!(one.text_of("refresh_token"), two.text_of("refresh_token"));
    assert_ne!(one.text_of("access_token"), two.text_of("access_token"));
    assert_eq!(site.me(&two.text_of("access_token")).await.status, 200);
    // What was handed out twice is good once more.
    site.next(&one.text_of("refresh_token")).await;
}

#[actix_web::test]
async fn a_successor_that_is_spent_gives_its_own() {
    let site = Site::new();
    let mut tokens = vec![site.token().await];
    for _ in 0..5 {
        let next = site.next(tokens.last().unwrap()).await;
        tokens.push(next);
    }
    let last = tokens.last().unwrap();
    for token in &tokens[..5] {
        assert_eq!(site.next(token).await, *last);
    }
}

#[actix_web::test]
async fn each_window_is_the_tokens_own() {
    let site = Site::new();
    let first = site.token().await;
    let second = site.next(&first).await;
    site.clock.set(6);
    let third = site.next(&second).await;
    site.clock.set(9);
    assert_eq!(site.next(&first).await, third);
    site.clock.set(15);
    assert_eq!(site.next(&second).await, third);
    assert!(site.refuses(&first).await);
    assert!(site.refuses(&third).await);
}

#[actix_web::test]
async fn without_grace_the_second_request_ends_the_login() {
    let site = Site::over(MemoryStore::new(), |tokens| tokens.grace(Duration::ZERO));
    let first = site.token().await;
    let second = site.next(&first).await;
    let third = site.next(&second).await;
    assert!(site.refuses(&second).await);
    assert!(site.refuses(&third).await);
}

#[actix_web::test]
async fn a_login_that_has_ended_has_no_window() {
    let site = Site::new();
    let first = site.token().await;
    let second = site.next(&first).await;
    assert!(site.portcullis.logins().end_token(&second).await.unwrap());
    assert!(site.refuses(&first).await);
    assert!(site.refuses(&second).await);
}

#[actix_web::test]
async fn whoever_renews_without_end_does_not_fill_the_store() {
    let site = Site::new();
    let first = site.token().await;
    let mut token = first.clone();
    for _ in 0..64 {
        token = site.next(&token).await;
    }
    assert_eq!(site.next(&first).await, token);
    token = site.next(&token).await;
    assert!(site.refuses(&first).await);
    assert!(site.refuses(&token).await);
}
