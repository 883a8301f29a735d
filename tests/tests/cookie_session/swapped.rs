//! Cookies that are good elsewhere.

use portcullis::{CookieSession, MemoryStore};

use crate::browser::Browser;
use crate::site::{KEY, Site, post};

/// The value of the cookie that signing in with a scheme sets.
async fn value(site: &Site, scheme: &'static str) -> String {
    let mut browser = Browser::of(site);
    let reply = browser.send(post("/sign-in").insert_header(("x-scheme", scheme))).await;
    assert_eq!(reply.status, 200);
    browser.jar.values().next().unwrap().clone()
}

/// Two schemes that keep sessions with the same key, or in the same store.
fn twins() -> [Site; 2] {
    let store = MemoryStore::new();
    [
        Site::beside(
            CookieSession::sealed([KEY]),
            CookieSession::sealed([KEY]).cookie_name("__Host-other"),
        ),
        Site::beside(
            CookieSession::stored(store.clone()),
            CookieSession::stored(store).cookie_name("__Host-other"),
        ),
    ]
}

#[actix_web::test]
async fn the_cookie_of_another_scheme() {
    for site in twins() {
        let (own, other) = (value(&site, "cookie").await, value(&site, "other").await);
        assert_eq!(site.get("/me", &format!("__Host-session={own}")).await.status, 200);
        assert_eq!(site.get("/other", &format!("__Host-other={other}")).await.status, 200);
        assert_eq!(site.get("/me", &format!("__Host-session={other}")).await.status, 401);
        assert_eq!(site.get("/other", &format!("__Host-other={own}")).await.status, 401);
        // Each beside the other, in its place.
        let both = format!("__Host-other={other}; __Host-session={own}");
        assert_eq!(site.get("/me", &both).await.status, 200);
        assert_eq!(site.get("/other", &both).await.status, 200);
        let crossed = format!("__Host-other={own}; __Host-session={other}");
        assert_eq!(site.get("/me", &crossed).await.status, 401);
    }
}

#[actix_web::test]
async fn the_cookie_of_another_name() {
    let store = MemoryStore::new();
    let schemes = |name: &str| {
        [
            CookieSession::sealed([KEY]).cookie_name(name),
            CookieSession::stored(store.clone()).cookie_name(name),
        ]
    };
    for (one, two) in schemes("__Host-one").into_iter().zip(schemes("__Host-two")) {
        let own = value(&Site::new(one), "cookie").await;
        let site = Site::new(two);
        assert_eq!(site.get("/me", &format!("__Host-two={own}")).await.status, 401);
    }
}

#[actix_web::test]
async fn the_cookie_of_another_server() {
    // The same key, or the same store, is the same server; another is not.
    let store = MemoryStore::new();
    let stored = |store: &MemoryStore| Site::new(CookieSession::stored(store.clone()));
    let other_key =
        Site::new(CookieSession::sealed([[7_u8; 31].as_slice(), &[8]].concat().chunks(32)));
    let cases = [
        (Site::sealed(), Site::sealed(), 200),
        (Site::sealed(), other_key, 401),
        (stored(&store), stored(&store), 200),
        (stored(&store), Site::stored(), 401),
        (Site::sealed(), Site::stored(), 401),
        (Site::stored(), Site::sealed(), 401),
    ];
    for (from, to, status) in cases {
        let cookie = Browser::of_ada(&from).await.header();
        assert_eq!(to.get("/me", &cookie).await.status, status);
    }
}
