//! Pages of another site, and a cookie that browsers send with all that they do
//! (`SameSite=None`): nothing but the server stands between.

use super::town::Town;
use super::{Browser, signed_in};

const REFUSED: &str = r#"{"type":"about:blank","title":"Forbidden","status":403}"#;

#[actix_web::test]
async fn a_page_of_another_site_cannot_pay_with_the_customers_cookie() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    let pay = town.bank("/pay/none");
    let evil = town.at("evil.example", "/");
    let origin = town.origin("evil.example");

    // By a form, which leads there. The browser shows the refusal.
    browser.open(&evil).await;
    assert_eq!(browser.submit(&pay, &pay).await, REFUSED);
    is_refused(&town, &origin).await;

    // By a form that its own server sends on.
    browser.open(&evil).await;
    let detour = town.at("evil.example", &format!("/elsewhere?{pay}"));
    assert_eq!(browser.submit(&detour, &pay).await, REFUSED);
    is_refused(&town, "null").await;

    // By a form in a hidden frame, and in one that hides where it is from.
    for (sandbox, from) in [("allow-forms allow-same-origin", &*origin), ("allow-forms", "null")] {
        browser.open(&evil).await;
        let script = "const frame = document.createElement('iframe'); frame.sandbox = arguments[1];\
                      frame.srcdoc = `<form method=post action=${arguments[0]}></form>`;\
                      frame.sandbox.add('allow-scripts');\
                      frame.srcdoc += '<script>document.forms[0].submit()</script>';\
                      document.body.append(frame); done('')";
        browser.run(script, &[&pay, sandbox]).await;
        is_refused(&town, from).await;
    }

    // By scripts, which are shown nothing of the answer.
    browser.open(&evil).await;
    assert_eq!(browser.fetch(&pay, "no-cors").await, "opaque 0");
    is_refused(&town, &origin).await;
    assert_eq!(browser.fetch(&pay, "cors").await, "refused");
    is_refused(&town, &origin).await;
    browser.run("done(navigator.sendBeacon(arguments[0], 'amount=100'))", &[&pay]).await;
    is_refused(&town, &origin).await;

    // By a WebSocket, which begins with a `GET` that has no `Sec-Fetch-Site`.
    let socket = town.bank("/socket").replace("https:", "wss:");
    assert_eq!(open_socket(&browser, &socket).await, "closed");
    let seen = town.witness().next().await;
    assert_eq!((&*seen.verb, seen.with_cookie, seen.site, seen.status), ("GET", true, None, 403));
    assert_eq!(seen.origin, Some(origin));

    assert_eq!(town.witness().paid(), 0);
}

#[actix_web::test]
async fn a_link_of_another_site_shows_what_it_leads_to_and_changes_nothing() {
    let town = Town::with_tls();
    let browser = signed_in(&town).await;
    browser.open(&town.at("evil.example", "/")).await;
    let balance = town.bank("/balance");
    let follow = "setTimeout(() => location = arguments[0]); done('')";
    browser.run(follow, &[&balance]).await;
    assert_eq!(browser.shown_at(&balance).await, "100");
    let seen = town.witness().next().await;
    assert_eq!(
        (seen.with_cookie, seen.site.as_deref(), seen.status),
        (true, Some("cross-site"), 200)
    );

    // A link to what only a form can reach finds nothing there.
    browser.open(&town.at("evil.example", "/")).await;
    let pay = town.bank("/pay/none");
    browser.run(follow, &[&pay]).await;
    browser.shown_at(&pay).await;
    assert_eq!(town.witness().next().await.status, 405);
    assert_eq!(town.witness().paid(), 0);
}

#[actix_web::test]
async fn a_page_of_another_site_cannot_sign_its_visitor_in() {
    let town = Town::with_tls();
    let browser = Browser::start().await;
    browser.open(&town.at("evil.example", "/")).await;
    let sign_in = town.bank("/sign-in");
    assert_eq!(browser.submit(&sign_in, &sign_in).await, REFUSED);
    assert_eq!(town.witness().next().await.status, 403);
    assert!(browser.cookies().await.is_empty());
}

/// The request was sent with the customer's cookie, and was refused all the same.
async fn is_refused(town: &Town, origin: &str) {
    let seen = town.witness().next().await;
    assert_eq!((&*seen.verb, seen.with_cookie, seen.status), ("POST", true, 403), "{seen:?}");
    assert_eq!((seen.site.as_deref(), seen.origin.as_deref()), (Some("cross-site"), Some(origin)));
}

pub(crate) async fn open_socket(browser: &Browser, url: &str) -> String {
    let script = "const socket = new WebSocket(arguments[0]); \
                  socket.onopen = () => done('open'); socket.onclose = () => done('closed')";
    browser.run(script, &[url]).await
}
