//! Requests that are denied, and handlers that fail: nobody gets a session by one.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use portcullis::{Builder, CookieSession, IntoScheme, MemoryStore, Portcullis, Principal};

use crate::browser::Browser;
use crate::site::{KEY, Site, post};

/// Both kinds of sessions, as they are and transformed.
fn sites(settings: impl Fn(Builder) -> Builder) -> Vec<Site> {
    let other = || CookieSession::stored(MemoryStore::new()).cookie_name("__Host-other");
    let kinds =
        [CookieSession::sealed([KEY]), CookieSession::stored(MemoryStore::new())].into_iter();
    let built = |builder: Builder| Site::built(settings(builder.scheme("other", other())));
    kinds
        .flat_map(|kind| {
            let same = kind.clone().transform(|caller: Principal| caller);
            [
                built(Portcullis::builder().scheme("cookie", kind)),
                built(Portcullis::builder().scheme("cookie", same)),
            ]
        })
        .collect()
}

#[actix_web::test]
async fn a_denied_request_renews_nothing() {
    let hidden = |builder: Builder| builder.hide_denied();
    for (sites, status) in [(sites(|builder| builder), 403), (sites(hidden), 404)] {
        for site in sites {
            let browser = Browser::of_ada(&site).await;
            site.clock.set(3000);
            let cases = [
                (Method::GET, "/admin"),
                (Method::HEAD, "/admin"),
                (Method::GET, "/checked"),
                (Method::POST, "/checked"),
            ];
            for (method, path) in cases {
                let request = post(path).method(method.clone());
                let reply = browser.clone().send(request).await;
                assert_eq!((reply.status, reply.cookies.len()), (status, 0), "{method} {path}");
            }
            // Not in the store either: it ends when it would have.
            let mut late = browser.clone();
            site.clock.set(3600);
            assert_eq!(late.get("/me").await.status, 401);
        }
    }
}

#[actix_web::test]
async fn head_renews_as_get_does() {
    for site in sites(|builder| builder) {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        let head = TestRequest::with_uri("/me").method(Method::HEAD);
        assert_eq!(browser.send(head).await.cookies.len(), 1);
    }
}

/// Whatever the answer to the failure looks like.
#[actix_web::test]
async fn a_failure_that_looks_like_success_signs_nobody_in() {
    for status in [StatusCode::OK, StatusCode::SEE_OTHER] {
        let shown = move |builder: Builder| {
            builder.on_denial(move |_, mut response| {
                *response.status_mut() = status;
                response
            })
        };
        for site in sites(shown) {
            let mut browser = Browser::of(&site);
            let reply = browser.post("/sign-in-and-fail").await;
            assert_eq!(reply.status, status.as_u16());
            assert_eq!(browser.jar.len(), 0, "{reply:?}");
        }
    }
}
