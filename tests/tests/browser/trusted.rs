//! A page of another site that the application trusts.

use super::signed_in;
use super::town::Town;

#[actix_web::test]
async fn a_trusted_page_pays_and_sees_that_it_has() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    let pay = town.bank("/pay/none");
    browser.open(&town.at("partner.example", "/")).await;
    assert_eq!(browser.fetch(&pay, "cors").await, "cors 200");
    let seen = town.witness().next().await;
    assert_eq!((seen.with_cookie, seen.site.as_deref()), (true, Some("cross-site")));
    assert_eq!(seen.origin, Some(town.origin("partner.example")));
    assert_eq!(town.witness().paid(), 1);
}
