//! Pages of the application itself.

use super::signed_in;
use super::strangers::open_socket;
use super::town::Town;

#[actix_web::test]
async fn the_applications_own_page_pays_in_every_way() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    let own = town.bank("").trim_end_matches('/').to_owned();
    for (page, origin) in [("/page", &*own), ("/page/quiet", "null")] {
        for cookie in ["none", "session"] {
            let pay = town.bank(&format!("/pay/{cookie}"));
            let before = town.witness().paid();
            browser.open(&town.bank(page)).await;
            assert_eq!(browser.submit(&pay, &pay).await, "paid");
            let seen = town.witness().next().await;
            assert_eq!((seen.with_cookie, seen.site.as_deref()), (true, Some("same-origin")));
            assert_eq!(seen.origin.as_deref(), Some(origin), "{page}");
            browser.open(&town.bank(page)).await;
            assert_eq!(browser.fetch(&pay, "same-origin").await, "basic 200");
            town.witness().next().await;
            assert_eq!(town.witness().paid(), before + 2, "{page} {cookie}");
        }
    }
    let before = town.witness().paid();
    open_socket(&browser, &town.bank("/socket").replace("https:", "wss:")).await;
    let seen = town.witness().next().await;
    assert_eq!((seen.status, town.witness().paid()), (501, before + 1), "{seen:?}");
}
