//! What another site's page can do with a browser's session: nothing.

use actix_web::test::TestRequest;

use crate::browser::Browser;
use crate::site::{Reply, Site};

/// `POST` by a form or script of another site.
async fn forged(browser: &mut Browser, path: &str) -> Reply {
    let request = TestRequest::post().uri(path);
    browser.send(request.insert_header(("sec-fetch-site", "cross-site"))).await
}

#[actix_web::test]
async fn it_signs_nobody_in() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        let before = browser.header();
        let reply = forged(&mut browser, "/sign-in").await;
        assert_eq!((reply.status, reply.cookies.len()), (403, 0));
        assert_eq!(browser.header(), before);
        assert_eq!(browser.get("/me").await.status, 200);
    }
}

#[actix_web::test]
async fn it_signs_nobody_out() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        let reply = forged(&mut browser, "/sign-out").await;
        assert_eq!((reply.status, reply.cookies.len()), (403, 0));
        assert_eq!(browser.get("/me").await.status, 200);
    }
}

#[actix_web::test]
async fn it_changes_and_renews_nothing() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        let reply = forged(&mut browser, "/change").await;
        assert_eq!((reply.status, reply.cookies.len()), (403, 0));
        // Neither the cookie nor what is stored.
        site.clock.set(3600);
        assert_eq!(browser.get("/me").await.status, 401);
    }
}

#[actix_web::test]
async fn a_page_of_the_application_may() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        let reply = browser.post("/change").await;
        assert_eq!((reply.status, reply.body.as_str()), (200, "ada"));
    }
}
