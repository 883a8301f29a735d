//! The whole life of a session, second by second, against the rule as one would say it aloud.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};

use crate::browser::Browser;
use crate::site::{Reply, START, Site, post};

/// Seconds in which requests are made, or not.
const LIFE: u64 = 8;

/// What the rule says of a session that began at 0: what each request gets, and for how long the
/// cookie is set if it is.
fn told(idle: u64, absolute: u64, requests: &[u64]) -> Vec<(u16, Option<u64>)> {
    let (mut since, mut until) = (0, idle.min(absolute));
    let answer = |now: &u64| {
        let now = *now;
        if now >= until {
            return (401, None);
        }
        let (elapsed, remaining, span) = (now - since, until - now, until - since);
        let longer = (now + span).min(absolute);
        if remaining < elapsed && longer > until {
            (since, until) = (now, longer);
            return (200, Some(longer - now));
        }
        (200, None)
    };
    requests.iter().map(answer).collect()
}

#[test]
fn the_rule_is_the_one_that_is_meant() {
    // Half of 4 seconds remains at 2, less at 3.
    assert_eq!(told(4, 100, &[2, 3]), [(200, None), (200, Some(4))]);
    assert_eq!(told(4, 100, &[4]), [(401, None)]);
    // Ended, it does not come back.
    assert_eq!(
        told(4, 100, &[3, 6, 9, 13]),
        [(200, Some(4)), (200, Some(4)), (200, Some(4)), (401, None)]
    );
    // The limit comes nearer, and no renewal passes it.
    assert_eq!(
        told(4, 9, &[3, 6, 8, 9]),
        [(200, Some(4)), (200, Some(3)), (200, None), (401, None)]
    );
}

#[actix_web::test]
async fn every_way_to_use_a_session() {
    for (idle, absolute) in [(4, 7), (3, 6), (5, 5)] {
        for site in Site::both_with(idle, absolute) {
            let app = init_service(App::new().configure(site.portcullis.mount())).await;
            for schedule in 0_u32..1 << LIFE {
                let requests = (0..LIFE).filter(|second| schedule & (1 << second) != 0);
                let requests = requests.collect::<Vec<_>>();
                site.clock.set(0);
                let signed_in = call_service(&app, post("/sign-in").to_request()).await;
                let mut cookie = pair(&Reply::of(signed_in).await.cookies[0]).to_owned();
                let mut got = Vec::new();
                for second in &requests {
                    site.clock.set(*second);
                    let me = TestRequest::with_uri("/me").insert_header(("cookie", &*cookie));
                    let reply = Reply::of(call_service(&app, me.to_request()).await).await;
                    got.push((reply.status, reply.cookies.first().map(|cookie| age(cookie))));
                    if let Some(renewed) = reply.cookies.first() {
                        cookie = pair(renewed).to_owned();
                    }
                }
                assert_eq!(got, told(idle, absolute, &requests), "{idle}/{absolute} {requests:?}");
            }
        }
    }
}

fn pair(cookie: &str) -> &str {
    cookie.split_once(';').unwrap().0
}

fn age(cookie: &str) -> u64 {
    cookie.rsplit_once("Max-Age=").unwrap().1.parse().unwrap()
}

#[actix_web::test]
async fn a_copy_of_the_old_cookie_lives_no_longer_than_it_said() {
    // Sealed: the old cookie keeps its end. Stored: there is one session, and one end.
    let [sealed, stored] = Site::both_with(10, 100);
    for (site, after) in [(sealed, 401), (stored, 200)] {
        let mut browser = Browser::of_ada(&site).await;
        let old = browser.header();
        site.clock.set(6);
        assert_eq!(browser.get("/me").await.cookies.len(), 1);
        site.clock.set(10);
        assert_eq!(site.get("/me", &old).await.status, after);
        assert_eq!(browser.get("/me").await.status, 200);
    }
}

#[actix_web::test]
async fn the_caller_knows_the_absolute_limit() {
    for site in Site::both_with(100, 1000) {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(10);
        let first = browser.get("/session").await.body;
        assert!(first.ends_with(&format!("/{START}/{}", START + 1000)), "{first}");
        site.clock.set(60);
        assert_eq!(browser.get("/session").await.cookies.len(), 1);
        // The session is the same one.
        assert_eq!(browser.get("/session").await.body, first);
    }
}

/// Other roles make no new password.
#[actix_web::test]
async fn a_session_of_its_own_caller_lasts_no_longer() {
    for site in Site::both_with(100, 120) {
        let mut browser = Browser::of_ada(&site).await;
        site.clock.set(40);
        let reply = browser.post("/promote").await;
        assert!(reply.cookies[0].ends_with("; Max-Age=80"), "{reply:?}");
        site.clock.set(119);
        assert_eq!(browser.get("/me").await.status, 200);
        site.clock.set(120);
        assert_eq!(browser.get("/me").await.status, 401);
    }
}
