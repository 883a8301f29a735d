//! Signing in gives a new session, and ends the one before.

use actix_web::test::TestRequest;

use crate::browser::Browser;
use crate::site::{Site, post};

#[actix_web::test]
async fn the_id_is_a_new_one_and_the_old_session_ends() {
    let site = Site::stored();
    let mut browser = Browser::of_ada(&site).await;
    let old = browser.header();
    assert_eq!(browser.post("/sign-in").await.status, 200);
    assert_ne!(browser.header(), old);
    assert_eq!(browser.get("/me").await.status, 200);
    assert_eq!(site.get("/me", &old).await.status, 401);
}

#[actix_web::test]
async fn an_id_that_somebody_else_has_chosen_is_not_taken() {
    for site in Site::both() {
        let chosen = "A".repeat(43);
        let mut victim = Browser::of(&site);
        victim.jar.insert("__Host-session".to_owned(), chosen.clone());
        assert_eq!(victim.post("/sign-in").await.status, 200);
        assert_ne!(victim.value(), chosen);
        let theirs = format!("__Host-session={chosen}");
        assert_eq!(site.get("/me", &theirs).await.status, 401);
    }
}

#[actix_web::test]
async fn the_session_of_an_attacker_is_not_raised() {
    let site = Site::stored();
    let attacker = Browser::of_ada(&site).await;
    let mut victim = attacker.clone();
    let reply = victim.send(post("/sign-in").insert_header(("x-who", "eve; role=Admin"))).await;
    assert_eq!(reply.status, 200);
    assert_eq!(victim.get("/admin").await.status, 200);
    assert_eq!(site.get("/admin", &attacker.header()).await.status, 401);
}

#[actix_web::test]
async fn several_cookies_are_all_ended() {
    let site = Site::stored();
    let (one, two) = (Browser::of_ada(&site).await.header(), Browser::of_ada(&site).await.header());
    let both = post("/sign-in").insert_header(("cookie", format!("{one}; {two}")));
    assert_eq!(site.send(both).await.status, 200);
    for old in [one, two] {
        assert_eq!(site.get("/me", &old).await.status, 401);
    }
}

#[actix_web::test]
async fn other_roles_take_another_session() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        let old = browser.header();
        assert_eq!(browser.post("/promote").await.status, 200);
        assert_ne!(browser.header(), old);
        assert!(browser.get("/me").await.body.contains("roles Promoted"));
    }
}

#[actix_web::test]
async fn the_last_word_of_a_handler_counts() {
    for site in Site::both() {
        let mut browser = Browser::of(&site);
        let reply = browser.post("/twice").await;
        assert_eq!(reply.cookies.len(), 1);
        assert!(browser.get("/me").await.body.starts_with("second "));

        let reply = browser.post("/in-and-out").await;
        assert_eq!(reply.cookies.len(), 1);
        assert!(reply.cookies[0].ends_with("Max-Age=0"));
        assert_eq!(browser.get("/me").await.status, 401);

        let reply = browser.post("/out-and-in").await;
        assert_eq!(reply.cookies.len(), 1);
        assert_eq!(browser.get("/me").await.status, 200);
    }
}

#[actix_web::test]
async fn an_error_promises_no_session() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        let reply = browser.post("/sign-in-and-fail").await;
        assert_eq!(reply.status, 401);
        assert_eq!(
            reply.cookies,
            ["__Host-session=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0"]
        );
    }
}

#[actix_web::test]
async fn schemes_are_signed_in_apart() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        let as_other = post("/sign-in").insert_header(("x-scheme", "other"));
        assert_eq!(browser.send(as_other.insert_header(("x-who", "bob"))).await.status, 200);
        assert_eq!(browser.jar.len(), 2);
        assert!(browser.get("/me").await.body.starts_with("ada "));
        assert_eq!(browser.get("/other").await.body, "bob by urn:portcullis:scheme:other");
        assert_eq!(browser.post("/sign-out").await.status, 200);
        assert_eq!(browser.get("/me").await.status, 401);
        assert_eq!(browser.get("/other").await.status, 200);
    }
}

#[actix_web::test]
async fn a_scheme_that_keeps_no_sessions_is_told() {
    let site = Site::sealed();
    for scheme in ["jwt", ""] {
        let reply = site.send(post("/sign-in").insert_header(("x-scheme", scheme))).await;
        assert_eq!((reply.status, reply.cookies.len()), (500, 0));
    }
}

#[actix_web::test]
async fn a_get_may_sign_in_whom_another_site_has_sent_back() {
    let site = Site::stored();
    let back = TestRequest::get().uri("/sign-in").insert_header(("sec-fetch-site", "cross-site"));
    assert_eq!(site.send(back).await.cookies.len(), 1);
}
