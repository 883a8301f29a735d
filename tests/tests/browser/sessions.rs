//! Signing in and out, and who is sent to do so.

use super::town::Town;
use super::{Browser, signed_in};

#[actix_web::test]
async fn whoever_has_no_session_is_sent_to_sign_in_and_whoever_has_one_is_let_in() {
    let town = Town::with_tls();
    let browser = Browser::start().await;
    let account = town.bank("/account");
    browser.open(&account).await;
    assert_eq!(browser.shown_at(&town.bank("/page?return_to=%2Faccount")).await, "a page");
    // A script is not on the way to a page: it is told.
    let look = "fetch(arguments[0]).then(it => done(it.status + ''))";
    assert_eq!(browser.run(look, &[&account]).await, "401");
    assert_eq!(browser.fetch(&town.bank("/sign-in"), "same-origin").await, "basic 200");
    browser.open(&account).await;
    assert_eq!(browser.shown_at(&account).await, "ada");
}

#[actix_web::test]
async fn signing_out_is_for_the_applications_own_pages() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    let (sign_out, pay) = (town.bank("/sign-out"), town.bank("/pay/session"));
    browser.open(&town.at("blog.bank.example", "/")).await;
    assert_eq!(browser.fetch(&sign_out, "no-cors").await, "opaque 0");
    let seen = town.witness().next().await;
    assert_eq!((seen.with_cookie, seen.status), (true, 403));
    browser.open(&town.bank("/page")).await;
    assert_eq!(browser.fetch(&pay, "same-origin").await, "basic 200");
    assert_eq!(browser.fetch(&sign_out, "same-origin").await, "basic 200");
    assert_eq!(browser.fetch(&pay, "same-origin").await, "basic 401");
    assert!(browser.cookies().await.iter().all(|cookie| cookie.name() != "__Host-session"));
    assert_eq!(town.witness().paid(), 1);
}
