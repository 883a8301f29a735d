//! Who comes back is who was signed in.

use crate::browser::Browser;
use crate::site::{START, Site, post};

async fn signed_in(site: &Site, headers: &[(&'static str, &str)]) -> Browser {
    let mut browser = Browser::of(site);
    let request = headers.iter().fold(post("/sign-in"), |request, header| {
        request.insert_header((header.0, header.1.to_owned()))
    });
    assert_eq!(browser.send(request).await.status, 200);
    browser
}

#[actix_web::test]
async fn with_all_names_and_claims() {
    let who = "ada; role=Admin; role=Editor; perm=docs:write; scope=read; claim=dept:eng";
    for site in Site::both() {
        let mut browser = signed_in(&site, &[("x-who", who)]).await;
        assert_eq!(
            browser.get("/me").await.body,
            "ada by urn:portcullis:scheme:cookie; roles Admin,Editor; permissions docs:write; \
             scopes read; dept Some(\"eng\"); scheme cookie"
        );
        assert_eq!(browser.get("/admin").await.status, 200);
        let mut other = signed_in(&site, &[("x-who", "bob; role=Editor")]).await;
        assert_eq!(other.get("/admin").await.status, 403);
    }
}

#[actix_web::test]
async fn by_the_issuer_that_vouched() {
    for site in Site::both() {
        let issuer = ("x-issuer", "https://issuer.example");
        let mut browser = signed_in(&site, &[issuer]).await;
        assert!(browser.get("/me").await.body.starts_with("ada by https://issuer.example; "));
        // Signed in anew as the caller, the user is the same one.
        assert_eq!(browser.post("/promote").await.status, 200);
        assert!(browser.get("/me").await.body.starts_with("ada by https://issuer.example; "));
    }
}

/// Users of two schemes are two users, also where one signs in to the other.
#[actix_web::test]
async fn by_the_scheme_that_vouched() {
    for site in Site::both() {
        let mut browser = signed_in(&site, &[("x-scheme", "other"), ("x-who", "bob")]).await;
        assert_eq!(browser.post("/exchange").await.status, 200);
        let known = "bob by urn:portcullis:scheme:other; ";
        let shown = browser.get("/me").await.body;
        assert!(shown.starts_with(known) && shown.ends_with("; scheme cookie"), "{shown}");
        // For as long as the session is renewed, and signed in anew.
        site.clock.set(3000);
        assert_eq!(browser.get("/me").await.cookies.len(), 1);
        assert_eq!(browser.post("/promote").await.status, 200);
        assert!(browser.get("/me").await.body.starts_with(known));
    }
}

#[actix_web::test]
async fn nobody_makes_up_a_scheme_as_issuer() {
    for site in Site::both() {
        for issuer in ["urn:portcullis:scheme:other", "urn:portcullis:scheme:", ""] {
            let reply = site.send(post("/sign-in").insert_header(("x-issuer", issuer))).await;
            assert_eq!((reply.status, reply.cookies.len()), (500, 0), "{issuer}");
        }
    }
}

#[actix_web::test]
async fn not_without_a_name() {
    for site in Site::both() {
        let reply = site.send(post("/sign-in").insert_header(("x-who", ""))).await;
        assert_eq!((reply.status, reply.cookies.len()), (500, 0));
    }
}

#[actix_web::test]
async fn not_for_longer_than_the_principal() {
    for site in Site::both() {
        let until = (START + 100).to_string();
        let mut browser = signed_in(&site, &[("x-expires", until.as_str())]).await;
        for second in [0, 60, 99] {
            site.clock.set(second);
            let reply = browser.get("/me").await;
            assert_eq!((reply.status, reply.cookies.len()), (200, 0));
        }
        site.clock.set(100);
        assert_eq!(browser.get("/me").await.status, 401);
        site.clock.set(0);
        let over = post("/sign-in").insert_header(("x-expires", START.to_string()));
        assert_eq!(site.send(over).await.status, 500);
    }
}

#[actix_web::test]
async fn each_session_has_a_name_that_is_no_secret() {
    for site in Site::both() {
        let (mut one, mut two) = (Browser::of_ada(&site).await, Browser::of_ada(&site).await);
        let sid = async |browser: &mut Browser| {
            let body = browser.get("/session").await.body;
            body.split('/').next().unwrap().to_owned()
        };
        let (first, second) = (sid(&mut one).await, sid(&mut two).await);
        assert_ne!(first, second);
        assert_eq!(first, sid(&mut one).await);
        assert!(!one.header().contains(&first));
        let as_cookie = format!("__Host-session={first}");
        assert_eq!(site.get("/me", &as_cookie).await.status, 401);
    }
}
