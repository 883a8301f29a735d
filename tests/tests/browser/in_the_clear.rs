//! Without TLS browsers send no `Sec-Fetch-Site`: there `Origin` alone decides.

use super::signed_in;
use super::town::Town;

#[actix_web::test]
async fn without_tls_the_origin_decides() {
    let town = Town::in_the_clear();
    let browser = signed_in(&town).await;
    let pay = town.bank("/pay/plain");

    browser.open(&town.bank("/page")).await;
    assert_eq!(browser.submit(&pay, &pay).await, "paid");
    let seen = town.witness().next().await;
    assert_eq!((seen.with_cookie, seen.site, seen.status), (true, None, 200));
    browser.open(&town.bank("/page")).await;
    assert_eq!(browser.fetch(&pay, "same-origin").await, "basic 200");
    assert_eq!(town.witness().next().await.site, None);
    assert_eq!(town.witness().paid(), 2);

    // A cookie that says nothing of sites goes with a stranger's form for two minutes after it
    // was set, and with a sibling's always.
    for host in ["evil.example", "blog.bank.example"] {
        browser.open(&town.at(host, "/")).await;
        assert!(browser.submit(&pay, &pay).await.contains("403"), "{host}");
        let seen = town.witness().next().await;
        assert_eq!((seen.with_cookie, seen.site, seen.status), (true, None, 403), "{host}");
        assert_eq!(seen.origin, Some(town.origin(host)));
    }
    assert_eq!(town.witness().paid(), 2);
}
