//! The cookie to the letter.

use portcullis::{CookieSession, Limits, MemoryStore};

use crate::browser::Browser;
use crate::site::{KEY, Site, post};

/// A `Set-Cookie` with its value left out, and the value.
fn apart(cookie: &str) -> (String, String) {
    let (name, rest) = cookie.split_once('=').unwrap();
    let (value, attributes) = rest.split_once("; ").unwrap();
    (format!("{name}=…; {attributes}"), value.to_owned())
}

#[actix_web::test]
async fn signing_in_sets_one_cookie() {
    for site in Site::both() {
        let reply = site.send(post("/sign-in")).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, "welcome"));
        assert_eq!(reply.cookies.len(), 1);
        let (shown, value) = apart(&reply.cookies[0]);
        let expected = "__Host-session=…; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=3600";
        assert_eq!(shown, expected);
        let base64url = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        assert!(value.bytes().all(base64url), "{value}");
        assert_eq!(reply.cache.as_deref(), Some("no-store"));
    }
}

#[actix_web::test]
async fn an_id_has_256_bits_and_is_never_the_same() {
    let site = Site::stored();
    let mut values = Vec::new();
    for _ in 0..16 {
        let (_, value) = apart(&site.send(post("/sign-in")).await.cookies[0]);
        assert_eq!(value.len(), 43);
        values.push(value);
    }
    values.sort();
    values.dedup();
    assert_eq!(values.len(), 16);
}

#[actix_web::test]
async fn signing_out_clears_it() {
    for site in Site::both() {
        let reply = Browser::of_ada(&site).await.post("/sign-out").await;
        let expected = "__Host-session=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0";
        assert_eq!(reply.cookies, [expected]);
        assert_eq!(reply.cache.as_deref(), Some("no-store"));
    }
}

#[actix_web::test]
async fn the_name_may_be_another() {
    let site = Site::new(CookieSession::sealed([KEY]).cookie_name("__Host-shop"));
    let mut browser = Browser::of_ada(&site).await;
    assert_eq!(browser.jar.keys().collect::<Vec<_>>(), ["__Host-shop"]);
    assert_eq!(browser.get("/me").await.status, 200);
    let renamed = browser.header().replace("__Host-shop", "__Host-session");
    assert_eq!(site.get("/me", &renamed).await.status, 401);
}

#[actix_web::test]
async fn it_lasts_as_long_as_the_limits_say() {
    let presets = [
        (Limits::default(), 3600),
        (Limits::aal1(), 30 * 24 * 3600),
        (Limits::aal2(), 3600),
        (Limits::aal3(), 15 * 60),
        (Limits::owasp_high_value(), 5 * 60),
        (Limits::owasp_low_risk(), 30 * 60),
    ];
    for (limits, seconds) in presets {
        let site = Site::new(CookieSession::stored(MemoryStore::new()).limits(limits));
        let reply = site.send(post("/sign-in")).await;
        assert!(reply.cookies[0].ends_with(&format!("; Max-Age={seconds}")), "{reply:?}");
    }
}

#[actix_web::test]
async fn what_a_session_sees_is_not_cached() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        assert_eq!(browser.get("/me").await.cache.as_deref(), Some("no-store"));
        assert_eq!(browser.get("/open").await.cache.as_deref(), Some("no-store"));
        // Unless the handler says otherwise.
        assert_eq!(browser.get("/logo").await.cache.as_deref(), Some("private, max-age=60"));
        assert_eq!(Browser::of(&site).get("/open").await.cache, None);
    }
}

#[actix_web::test]
async fn a_renewal_is_never_cached() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(2000);
        let reply = browser.get("/logo").await;
        assert_eq!(reply.cookies.len(), 1);
        assert_eq!(reply.cache.as_deref(), Some("no-store"));
    }
}

#[actix_web::test]
async fn nobody_without_a_cookie_is_told_what_to_bring() {
    for site in Site::both() {
        let reply = Browser::of(&site).get("/me").await;
        assert_eq!(reply.status, 401);
        assert_eq!(reply.challenge.as_deref(), Some("Cookie realm=\"api\""));
        assert_eq!(reply.cookies, [] as [&str; 0]);
    }
}
