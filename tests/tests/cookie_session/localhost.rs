//! Behind a proxy that ends TLS, and without TLS on this machine.

use actix_web::test::TestRequest;
use portcullis::{CookieSession, MemoryStore};

use crate::site::{KEY, Site, post};

fn plain() -> [Site; 2] {
    [
        CookieSession::sealed([KEY]).dangerous().plain_http_on_localhost(),
        CookieSession::stored(MemoryStore::new()).dangerous().plain_http_on_localhost(),
    ]
    .map(Site::new)
}

/// From this address to this host.
fn from(request: TestRequest, peer: &str, host: &str) -> TestRequest {
    let address = format!("{peer}:1234").parse().unwrap();
    request.peer_addr(address).insert_header(("host", host.to_owned()))
}

#[actix_web::test]
async fn behind_a_proxy_nothing_need_be_said() {
    for site in Site::both() {
        // The proxy speaks plain HTTP to the server.
        let request = from(post("/sign-in"), "10.0.0.1", "app.example");
        let reply = site.send(request.insert_header(("x-forwarded-proto", "https"))).await;
        assert!(reply.cookies[0].contains("; Secure; "), "{reply:?}");
        let (cookie, _) = reply.cookies[0].split_once(';').unwrap();
        let request = from(TestRequest::get().uri("/me"), "10.0.0.1", "app.example");
        let request = request.insert_header(("cookie", cookie.to_owned()));
        assert_eq!(site.send(request).await.status, 200);
    }
}

#[actix_web::test]
async fn on_this_machine_by_an_explicit_word() {
    for site in plain() {
        let reply = site.send(from(post("/sign-in"), "127.0.0.1", "localhost:8080")).await;
        let (cookie, attributes) = reply.cookies[0].split_once("; ").unwrap();
        assert!(cookie.starts_with("session="), "{cookie}");
        assert_eq!(attributes, "HttpOnly; SameSite=Lax; Path=/; Max-Age=3600");
        let me = |peer, host| {
            from(TestRequest::get().uri("/me"), peer, host)
                .insert_header(("cookie", cookie.to_owned()))
        };
        for (peer, host) in
            [("127.0.0.1", "localhost:8080"), ("[::1]", "[::1]:80"), ("127.0.0.2", "127.0.0.1")]
        {
            assert_eq!(site.send(me(peer, host)).await.status, 200, "{peer} {host}");
        }
        for (peer, host) in [
            ("10.0.0.1", "localhost:8080"),
            ("127.0.0.1", "app.example"),
            ("127.0.0.1", "localhost.app.example"),
            ("10.0.0.1", "app.example"),
        ] {
            assert_eq!(site.send(me(peer, host)).await.status, 401, "{peer} {host}");
            let reply = site.send(from(post("/sign-in"), peer, host)).await;
            assert_eq!((reply.status, reply.cookies.len()), (500, 0), "{peer} {host}");
        }
    }
}

/// Some proxies say `localhost` themselves.
#[actix_web::test]
async fn not_by_way_of_a_proxy() {
    for site in plain() {
        let here = |request| from(request, "127.0.0.1", "localhost:8080");
        let reply = site.send(here(post("/sign-in"))).await;
        let (cookie, _) = reply.cookies[0].split_once("; ").unwrap();
        for header in [("x-forwarded-for", "203.0.113.7"), ("forwarded", "for=x"), ("via", "1.1 x")]
        {
            let me = here(TestRequest::get().uri("/me")).insert_header(("cookie", cookie));
            assert_eq!(site.send(me.insert_header(header)).await.status, 401, "{header:?}");
            let reply = site.send(here(post("/sign-in")).insert_header(header)).await;
            assert_eq!((reply.status, reply.cookies.len()), (500, 0), "{header:?}");
        }
    }
}

#[actix_web::test]
async fn its_cookie_is_another_one() {
    let [site, _] = plain();
    let reply = site.send(from(post("/sign-in"), "127.0.0.1", "localhost")).await;
    let (cookie, _) = reply.cookies[0].split_once("; ").unwrap();
    let secure = cookie.replace("session=", "__Host-session=");
    assert_eq!(Site::sealed().get("/me", &secure).await.status, 401);
}

#[test]
fn it_is_warned_of() {
    for site in plain() {
        let warnings = site.portcullis.warnings().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(
            warnings,
            ["the scheme `cookie` keeps sessions over plain HTTP, on this machine alone: for \
             development, not for users"]
        );
    }
    assert_eq!(Site::stored().portcullis.warnings().count(), 0);
}
