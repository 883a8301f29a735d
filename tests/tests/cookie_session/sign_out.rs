//! Signing out.

use crate::browser::Browser;
use crate::site::{Site, post};

#[actix_web::test]
async fn a_stored_session_cannot_be_replayed() {
    let site = Site::stored();
    let mut browser = Browser::of_ada(&site).await;
    let copy = browser.header();
    assert_eq!(site.get("/me", &copy).await.status, 200);
    assert_eq!(browser.post("/sign-out").await.status, 200);
    assert_eq!(browser.jar.len(), 0);
    let replayed = site.get("/me", &copy).await;
    assert_eq!(replayed.status, 401);
    let challenge = "Cookie realm=\"api\", error=\"invalid_token\"";
    assert_eq!(replayed.challenge.as_deref(), Some(challenge));
    assert_eq!(site.get("/open", &copy).await.body, "nobody");
}

#[actix_web::test]
async fn other_browsers_of_the_user_stay_signed_in() {
    for site in Site::both() {
        let (mut one, mut two) = (Browser::of_ada(&site).await, Browser::of_ada(&site).await);
        assert_eq!(one.post("/sign-out").await.status, 200);
        assert_eq!(one.get("/me").await.status, 401);
        assert_eq!(two.get("/me").await.status, 200);
    }
}

/// As the documentation says: nobody can end a sealed session before its time.
#[actix_web::test]
async fn a_copy_of_a_sealed_cookie_stays_good_until_its_end() {
    let site = Site::sealed();
    let mut browser = Browser::of_ada(&site).await;
    let copy = browser.header();
    assert_eq!(browser.post("/sign-out").await.status, 200);
    assert_eq!(browser.get("/me").await.status, 401);
    site.clock.set(3599);
    assert_eq!(site.get("/me", &copy).await.status, 200);
    site.clock.set(3600);
    assert_eq!(site.get("/me", &copy).await.status, 401);
}

#[actix_web::test]
async fn without_a_session_it_is_no_error() {
    for site in Site::both() {
        for cookie in ["", "__Host-session=garbage", "__Host-session=a; __Host-session=b"] {
            let reply = site.send(post("/sign-out").insert_header(("cookie", cookie))).await;
            assert_eq!((reply.status, reply.cookies.len()), (200, 1), "{cookie}");
        }
    }
}

#[actix_web::test]
async fn several_cookies_are_all_ended() {
    let site = Site::stored();
    let (one, two) = (Browser::of_ada(&site).await.header(), Browser::of_ada(&site).await.header());
    let both = post("/sign-out").insert_header(("cookie", format!("{one}; {two}")));
    assert_eq!(site.send(both).await.status, 200);
    for old in [one, two] {
        assert_eq!(site.get("/me", &old).await.status, 401);
    }
}

/// No browser sends so many; each would be a question to the store.
#[actix_web::test]
async fn more_cookies_than_browsers_send() {
    let site = Site::stored();
    let own = Browser::of_ada(&site).await.header();
    for (count, status) in [(8, 200), (9, 400), (1000, 400)] {
        let cookies = vec![own.as_str(); count].join("; ");
        for path in ["/sign-out", "/sign-in"] {
            let reply = site.send(post(path).insert_header(("cookie", cookies.clone()))).await;
            let set = usize::from(status == 200);
            assert_eq!((reply.status, reply.cookies.len()), (status, set), "{count} at {path}");
        }
    }
}

#[actix_web::test]
async fn it_outdoes_the_renewal_of_its_own_request() {
    for site in Site::both() {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(3000);
        // The session would be renewed by any other request of this moment.
        let reply = browser.post("/sign-out").await;
        assert_eq!(reply.cookies.len(), 1);
        assert!(reply.cookies[0].ends_with("Max-Age=0"), "{reply:?}");
    }
}
