//! Sessions whose callers the application changes with every request.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use portcullis::{CookieSession, IntoScheme, MemoryStore, Principal, PrivilegeSource, Privileges};
use portcullis::{StoreError, UserId};

use crate::browser::Browser;
use crate::site::{KEY, Site, post};

struct Staff;

impl PrivilegeSource for Staff {
    async fn privileges(&self, _: &UserId) -> Result<Privileges, StoreError> {
        Ok(Privileges::new().roles(["Staff"]))
    }
}

fn changed(sessions: CookieSession) -> [Site; 2] {
    [
        Site::new(sessions.clone().transform(|caller: Principal| caller.role("Staff"))),
        Site::new(sessions.sign_in_page("/sign-in").privileges(Staff)),
    ]
}

/// Both kinds of sessions, transformed and privileged.
fn sites() -> impl Iterator<Item = Site> {
    let stored = CookieSession::stored(MemoryStore::new());
    [CookieSession::sealed([KEY]), stored].into_iter().flat_map(changed)
}

#[actix_web::test]
async fn renewed_without_what_was_added() {
    for site in sites() {
        let mut browser = Browser::of_ada(&site).await;
        for second in [0, 3000, 6000, 9000] {
            site.clock.set(second);
            let reply = browser.get("/me").await;
            assert!(reply.body.contains("; roles Staff; "), "{reply:?}");
            assert_eq!(reply.cookies.len(), usize::from(second > 0), "{reply:?}");
        }
        assert_eq!(browser.post("/sign-out").await.status, 200);
        assert_eq!(browser.get("/me").await.status, 401);
    }
}

/// A user of one scheme with a session of another is still that user.
#[actix_web::test]
async fn known_by_the_scheme_that_vouched() {
    for site in sites() {
        let mut browser = Browser::of(&site);
        let who = post("/sign-in").insert_header(("x-scheme", "other"));
        assert_eq!(browser.send(who.insert_header(("x-who", "bob"))).await.status, 200);
        assert_eq!(browser.post("/exchange").await.status, 200);
        let shown = browser.get("/me").await;
        let known = "bob by urn:portcullis:scheme:other; roles Exchanged,Staff; ";
        assert!(shown.body.starts_with(known), "{shown:?}");
    }
}

/// The change itself cannot make somebody another scheme's user.
#[actix_web::test]
async fn never_another_schemes_user() {
    let changes: [fn(Principal) -> Principal; 3] = [
        |caller| caller.issuer("urn:portcullis:scheme:other"),
        |caller| caller.issuer("urn:portcullis:scheme:other").role("Staff"),
        |_| Principal::new("bob").issuer("urn:portcullis:scheme:other"),
    ];
    for change in changes {
        let site = Site::new(CookieSession::sealed([KEY]).transform(change));
        assert_eq!(Browser::of_ada(&site).await.get("/me").await.status, 401);
    }
}

#[actix_web::test]
async fn forged_requests_do_not_enter() {
    for site in sites() {
        let cookie = Browser::of_ada(&site).await.header();
        site.clock.set(3000);
        let forged = |path: &str, method: Method| {
            let request = TestRequest::with_uri(path).method(method);
            let request = request.insert_header(("sec-fetch-site", "cross-site"));
            request.insert_header(("cookie", cookie.clone()))
        };
        let websocket = forged("/me", Method::GET).insert_header(("upgrade", "websocket"));
        for request in [forged("/change", Method::POST), websocket] {
            let reply = site.send(request).await;
            assert_eq!((reply.status, reply.cookies.len()), (403, 0), "{reply:?}");
        }
        // Nobody, and nothing is renewed, where everyone is let in.
        let websocket = forged("/open", Method::GET).insert_header(("upgrade", "websocket"));
        let reply = site.send(websocket).await;
        assert_eq!((reply.body.as_str(), reply.cookies.len()), ("nobody", 0), "{reply:?}");
        assert_eq!(reply.cache, None);
    }
}

#[actix_web::test]
async fn whoever_has_none_is_sent_to_the_page() {
    let [plain, with_page] = changed(CookieSession::sealed([KEY]));
    let navigation = || TestRequest::get().uri("/me").insert_header(("sec-fetch-mode", "navigate"));
    assert_eq!(plain.send(navigation()).await.status, 401);
    assert_eq!(with_page.send(navigation()).await.status, 303);
}
