//! What the browser makes of the cookies.

use super::town::Town;
use super::{Browser, signed_in};

#[actix_web::test]
async fn a_host_cookie_is_stored_as_it_was_set_and_sent() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    let mut stored = browser.cookies().await;
    stored.sort_by_key(|cookie| cookie.name().to_owned());
    let told = |cookie: &fantoccini::cookies::Cookie<'_>| {
        let same_site = cookie.same_site().map(|it| it.to_string());
        (cookie.name().to_owned(), cookie.secure(), cookie.http_only(), same_site)
    };
    let host = |name: &str, same_site: &str| {
        (name.to_owned(), Some(true), Some(true), Some(same_site.to_owned()))
    };
    assert_eq!(
        stored[..2].iter().map(told).collect::<Vec<_>>(),
        [host("__Host-none", "None"), host("__Host-session", "Lax")]
    );
    for cookie in &stored[..2] {
        assert_eq!((cookie.domain(), cookie.path()), (Some("bank.example"), Some("/")));
    }
    // No script sees them, and no other host of the site is sent or can set one.
    assert_eq!(browser.run("done(document.cookie)", &[]).await, "plain=ada");
    browser.open(&town.at("blog.bank.example", "/")).await;
    let set = "document.cookie = '__Host-session=eve; Secure; Path=/; Domain=bank.example'; \
               done(document.cookie)";
    assert_eq!(browser.run(set, &[]).await, "");
    browser.open(&town.bank("/page")).await;
    assert_eq!(browser.fetch(&town.bank("/pay/session"), "same-origin").await, "basic 200");
}

#[actix_web::test]
async fn without_tls_it_is_stored_on_localhost_alone() {
    let town = Town::in_the_clear();
    let browser = signed_in(&town).await;
    let names = |cookies: Vec<fantoccini::cookies::Cookie<'_>>| {
        let mut names = cookies.iter().map(|it| it.name().to_owned()).collect::<Vec<_>>();
        names.sort();
        names
    };
    assert_eq!(names(browser.cookies().await), ["plain"]);
    let local = Browser::start().await;
    let at = |path: &str| format!("http://localhost:{}{path}", town.bank_port());
    local.open(&at("/page")).await;
    assert_eq!(local.fetch(&at("/sign-in"), "same-origin").await, "basic 200");
    assert_eq!(names(local.cookies().await), ["__Host-none", "__Host-session", "plain"]);
}
