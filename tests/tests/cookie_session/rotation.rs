//! The first key seals, all open.

use portcullis::CookieSession;

use crate::browser::Browser;
use crate::site::{KEY, Site};

const NEXT: [u8; 32] = *b"another key, of 32 bytes as well";

fn site(keys: &[[u8; 32]]) -> Site {
    Site::new(CookieSession::sealed(keys))
}

#[actix_web::test]
async fn a_new_key_comes_first_and_the_old_one_goes_later() {
    let mut browser = Browser::of_ada(&site(&[KEY])).await;
    browser.site = site(&[NEXT, KEY]);
    assert_eq!(browser.get("/me").await.status, 200);
    let old = browser.header();
    // What is sealed from now on, renewals too, is sealed with the new key.
    browser.site.clock.set(2000);
    assert_eq!(browser.get("/me").await.cookies.len(), 1);
    browser.site = site(&[NEXT]);
    assert_eq!(browser.get("/me").await.status, 200);
    assert_eq!(browser.site.get("/me", &old).await.status, 401);
}

#[actix_web::test]
async fn a_key_that_only_opens_seals_nothing() {
    let browser = Browser::of_ada(&site(&[KEY, NEXT])).await;
    assert_eq!(site(&[NEXT]).get("/me", &browser.header()).await.status, 401);
    assert_eq!(site(&[KEY]).get("/me", &browser.header()).await.status, 200);
}

#[actix_web::test]
async fn no_cookie_is_sealed_twice_alike() {
    let site = Site::sealed();
    let one = Browser::of_ada(&site).await.header();
    assert_ne!(one, Browser::of_ada(&site).await.header());
}

#[test]
fn no_key_is_printed() {
    let secret = *b"a-very-visible-secret-of-32-byte";
    let scheme = CookieSession::sealed([secret]);
    let shown = format!("{scheme:?} {:?}", Site::new(scheme.clone()).portcullis);
    assert!(shown.contains("sealed with 1 keys"), "{shown}");
    assert!(!shown.contains("visible"), "{shown}");
    let numbers = format!("{:?}", &secret[..4]);
    assert!(!shown.contains(&numbers[1..numbers.len() - 1]), "{shown}");
}
