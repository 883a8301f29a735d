//! All pairs of nothing, good, bad and unavailable, in both orders, on verbs that ask for a
//! caller and on one that is open.

use actix_web::http::Method;

use crate::site::{ALL, Default, Reply, Sent, Site};

/// One of the two schemes: what is sent to it, and what it says.
#[derive(Clone, Copy)]
struct Kind {
    sent: Sent,
    challenge: &'static str,
    caller: &'static str,
}

fn cookie(sent: Sent) -> Kind {
    Kind { sent, challenge: "Cookie realm=\"api\"", caller: "carla by cookie" }
}

fn token(sent: Sent) -> Kind {
    Kind { sent, challenge: "Bearer realm=\"api\"", caller: "tom by jwt" }
}

/// The first kind that is sent decides.
fn decisive(order: &[Kind; 2]) -> Option<Kind> {
    order.iter().find(|kind| kind.sent != Sent::Nothing).copied()
}

/// Status, challenges and who entered, where a caller is asked for.
fn guarded(order: &[Kind; 2]) -> (u16, Vec<String>, &'static str) {
    let challenges = |error: Option<Kind>| {
        let one = |kind: &Kind| match error {
            Some(wrong) if wrong.challenge == kind.challenge => {
                format!("{}, error=\"invalid_token\"", kind.challenge)
            }
            _ => kind.challenge.to_owned(),
        };
        order.iter().map(one).collect::<Vec<_>>()
    };
    match decisive(order) {
        None => (401, challenges(None), ""),
        Some(kind) => match kind.sent {
            Sent::Good => (200, Vec::new(), kind.caller),
            Sent::Bad => (401, challenges(Some(kind)), ""),
            Sent::Unavailable | Sent::Nothing => (503, Vec::new(), ""),
        },
    }
}

fn assert_is(reply: &Reply, expected: (u16, Vec<String>, &str), case: &str) {
    let (status, challenges, body) = expected;
    assert_eq!(reply.status, status, "{case}: {reply:?}");
    assert_eq!(reply.challenges, challenges, "{case}");
    assert_eq!(reply.retry, status == 503, "{case}");
    if status == 200 {
        assert_eq!(reply.body, body, "{case}");
    }
}

#[actix_web::test]
async fn an_endpoint_that_asks_for_a_caller() {
    let mut seen = 0;
    for (one, two) in ALL.iter().flat_map(|one| ALL.iter().map(move |two| (*one, *two))) {
        let site = Site::for_these(one, two, Default::Jwt).await;
        let orders = [
            ("/cookie-first", [cookie(one), token(two)]),
            ("/token-first", [token(two), cookie(one)]),
        ];
        for (path, order) in orders {
            for method in [Method::GET, Method::POST] {
                let case = format!("{method} {path} cookie {one:?}, token {two:?}");
                let reply = site.send(site.request(one, two).method(method).uri(path)).await;
                assert_is(&reply, guarded(&order), &case);
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 16 * 2 * 2);
}

#[actix_web::test]
async fn an_endpoint_that_is_open_on_one_verb() {
    for (one, two) in ALL.iter().flat_map(|one| ALL.iter().map(move |two| (*one, *two))) {
        let site = Site::for_these(one, two, Default::Jwt).await;
        let orders = [
            ("/open/cookie-first", [cookie(one), token(two)]),
            ("/open/token-first", [token(two), cookie(one)]),
        ];
        for (path, order) in orders {
            let case = format!("{path} cookie {one:?}, token {two:?}");
            let reply = site.send(site.request(one, two).method(Method::GET).uri(path)).await;
            let known = decisive(&order).filter(|kind| kind.sent == Sent::Good);
            let who = known.map_or("nobody", |kind| kind.caller);
            assert_is(&reply, (200, Vec::new(), who), &case);

            let reply = site.send(site.request(one, two).method(Method::POST).uri(path)).await;
            let expected = match (guarded(&order), known) {
                // Known, and not the owner.
                (_, Some(kind)) => {
                    let told = format!("{}, error=\"insufficient_scope\"", kind.challenge);
                    (403, vec![told], "")
                }
                (refused, None) => refused,
            };
            assert_is(&reply, expected, &case);
        }
    }
}
