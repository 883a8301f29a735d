//! Pages of the same site on another host: cookies with `SameSite=Lax` go along.

use super::signed_in;
use super::town::Town;

#[actix_web::test]
async fn a_page_of_another_host_of_the_site_cannot_pay_either() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    let pay = town.bank("/pay/session");
    let sibling = town.at("blog.bank.example", "/");

    browser.open(&sibling).await;
    assert!(browser.submit(&pay, &pay).await.contains("403"));
    browser.open(&sibling).await;
    assert_eq!(browser.fetch(&pay, "no-cors").await, "opaque 0");
    let refused = town.witness().take();
    assert_eq!(refused.len(), 2, "{refused:?}");
    for seen in refused {
        assert_eq!((seen.with_cookie, seen.status), (true, 403), "{seen:?}");
        assert_eq!(seen.site.as_deref(), Some("same-site"));
        assert_eq!(seen.origin, Some(town.origin("blog.bank.example")));
    }

    // Another port of the bank's own host is another origin, too.
    browser.open(&town.at("bank.example", "/")).await;
    assert_eq!(browser.fetch(&pay, "no-cors").await, "opaque 0");
    let seen = town.witness().next().await;
    assert_eq!(
        (seen.with_cookie, seen.site.as_deref(), seen.status),
        (true, Some("same-site"), 403)
    );
    assert_eq!(town.witness().paid(), 0);
}

#[actix_web::test]
async fn a_page_of_another_site_does_not_even_have_such_a_cookie() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    browser.open(&town.at("evil.example", "/")).await;
    let pay = town.bank("/pay/session");
    assert!(browser.submit(&pay, &pay).await.contains("401"));
    let seen = town.witness().next().await;
    // The other cookie is for another scheme, which the endpoint does not accept.
    assert_eq!((seen.site.as_deref(), seen.status), (Some("cross-site"), 401));
}
