//! Which schemes are tried where: the default one, exactly those of a list, in its order.

use actix_web::http::header::AUTHORIZATION;
use actix_web::test::TestRequest;

use crate::site::{Default, Sent, Site};

const COOKIE: &str = "Cookie realm=\"api\"";
const BEARER: &str = "Bearer realm=\"api\"";

#[actix_web::test]
async fn without_a_list_only_the_default_scheme_is_tried() {
    let cases =
        [(Default::Jwt, "tom by jwt", BEARER), (Default::Cookie, "carla by cookie", COOKIE)];
    for (default, caller, challenge) in cases {
        let site = Site::for_these(Sent::Good, Sent::Good, default).await;
        let reply = site.send(site.request(Sent::Good, Sent::Good).uri("/default")).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, caller));
        let (cookie, token) = match default {
            Default::Jwt => (Sent::Good, Sent::Nothing),
            Default::Cookie => (Sent::Nothing, Sent::Good),
        };
        let reply = site.send(site.request(cookie, token).uri("/default")).await;
        assert_eq!((reply.status, reply.challenges), (401, vec![challenge.to_owned()]));
    }
}

#[actix_web::test]
async fn with_a_list_no_other_scheme_is_tried() {
    let site = Site::for_these(Sent::Good, Sent::Good, Default::Cookie).await;
    for (path, caller) in [("/token", "tom by jwt"), ("/cookie", "carla by cookie")] {
        let reply = site.send(site.request(Sent::Good, Sent::Good).uri(path)).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, caller));
    }
    // A bad or dead credential of a scheme that is not listed is nobody's business.
    for sent in [Sent::Nothing, Sent::Bad, Sent::Good] {
        let reply = site.send(site.request(sent, Sent::Nothing).uri("/token")).await;
        assert_eq!((reply.status, reply.challenges), (401, vec![BEARER.to_owned()]));
        let reply = site.send(site.request(sent, Sent::Good).uri("/token")).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, "tom by jwt"));
    }
    let dead = Site::for_these(Sent::Unavailable, Sent::Good, Default::Cookie).await;
    let reply = dead.send(dead.request(Sent::Unavailable, Sent::Good).uri("/token")).await;
    assert_eq!((reply.status, reply.body.as_str()), (200, "tom by jwt"));
}

#[actix_web::test]
async fn a_rule_about_the_scheme_never_widens_the_list() {
    let site = Site::for_these(Sent::Good, Sent::Good, Default::Jwt).await;
    let path = "/only-by-token";
    let both = site.send(site.request(Sent::Good, Sent::Good).uri(path)).await;
    // The cookie stands first, and decides who calls.
    assert_eq!(both.status, 403);
    let token = site.send(site.request(Sent::Nothing, Sent::Good).uri(path)).await;
    assert_eq!((token.status, token.body.as_str()), (200, "tom by jwt"));
}

#[actix_web::test]
async fn a_malformed_header_is_seen_when_its_turn_comes() {
    let site = Site::for_these(Sent::Good, Sent::Good, Default::Jwt).await;
    let malformed = |cookie, path: &str| {
        site.request(cookie, Sent::Nothing).insert_header((AUTHORIZATION, "Bearer")).uri(path)
    };
    for (cookie, path, status) in [
        (Sent::Good, "/cookie-first", 200),
        (Sent::Bad, "/cookie-first", 401),
        (Sent::Nothing, "/cookie-first", 400),
        (Sent::Good, "/token-first", 400),
        (Sent::Nothing, "/token-first", 400),
        (Sent::Good, "/cookie", 200),
        (Sent::Nothing, "/cookie", 401),
    ] {
        assert_eq!(site.send(malformed(cookie, path)).await.status, status, "{cookie:?} {path}");
    }
}

#[actix_web::test]
async fn a_token_needs_no_page_of_the_application() {
    let site = Site::for_these(Sent::Good, Sent::Good, Default::Jwt).await;
    let elsewhere = |cookie, token, path: &str| {
        let request: TestRequest = site.request(cookie, token);
        request
            .insert_header(("sec-fetch-site", "cross-site"))
            .method("POST".parse().unwrap())
            .uri(path)
    };
    for (cookie, token, path, status) in [
        (Sent::Nothing, Sent::Good, "/token-first", 200),
        (Sent::Good, Sent::Good, "/token-first", 200),
        // A forged request is not rescued by the token behind it.
        (Sent::Good, Sent::Good, "/cookie-first", 403),
        (Sent::Good, Sent::Nothing, "/token-first", 403),
        (Sent::Nothing, Sent::Good, "/cookie-first", 200),
    ] {
        let reply = site.send(elsewhere(cookie, token, path)).await;
        assert_eq!(reply.status, status, "{cookie:?} {token:?} {path}");
    }
}
