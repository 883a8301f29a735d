//! Floods of tokens: memory stays bounded, and those who come again are still known.

use actix_http::Request;
use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use futures_util::FutureExt;
use portcullis::{JwtBearer, TokenCache};
use serde_json::json;

use crate::server::{Hands, NOW, SECRET, portcullis, request, serve, token};

/// With `FLOOD=200000` in the environment, as many as that; else a short form.
fn size() -> usize {
    std::env::var("FLOOD").map_or(4_000, |text| text.parse().unwrap())
}

const BYTES: usize = 1024 * 1024;

fn status<S>(server: &S, token: &str) -> u16
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    let response = server.call(request("/admin", token)).now_or_never();
    response.unwrap().unwrap().status().as_u16()
}

/// The bytes that are held after this, and were not before.
fn growth(run: impl FnOnce()) -> i64 {
    allocation_counter::measure(run).bytes_current
}

#[actix_web::test]
#[expect(clippy::print_stdout, reason = "the figures are for reading, too")]
async fn floods_of_sound_tokens_and_of_garbage_stay_within_bounds() {
    let cache = TokenCache::default().entries(1_000).bytes(BYTES);
    let scheme = JwtBearer::hs256(SECRET).token_cache(cache);
    let server = serve(&portcullis(scheme, &Hands::at(NOW))).await;
    let honest = (0..20)
        .map(|number| token(json!({ "sub": format!("honest {number}"), "roles": ["Admin"] })))
        .collect::<Vec<_>>();
    let enter = || honest.iter().all(|token| status(&server, token) == 200);
    assert!(enter() && enter());
    let held = growth(|| {
        for number in 0..size() {
            let sound = token(json!({ "sub": number.to_string(), "filler": "x".repeat(200) }));
            assert_eq!(status(&server, &sound), 403);
            if number % 100 == 0 {
                assert!(enter());
            }
        }
    });
    println!("{} sound tokens: {held} bytes more are held", size());
    assert!(held > 64 * 1024, "{held} bytes: nothing is remembered");
    // The tables of the cache may take as much again as what is in them.
    assert!(held < 2 * BYTES as i64, "{held} bytes");
    let held = growth(|| {
        for number in 0..size() {
            let garbage = format!("{}.{number}{}", &honest[0][..20], &honest[0][20..]);
            assert_eq!(status(&server, &garbage), 401);
            if number % 100 == 0 {
                assert!(enter());
            }
        }
    });
    println!("{} garbage tokens: {held} bytes more are held", size());
    assert!(held < 16 * 1024, "{held} bytes: garbage is remembered");
    assert!(enter());
}

/// Verifying allocates and remembering does not: so the honest are seen to be remembered still.
#[actix_web::test]
async fn those_who_come_again_are_remembered_through_a_flood() {
    let cache = TokenCache::default().entries(1_000).bytes(BYTES);
    let scheme = JwtBearer::hs256(SECRET).token_cache(cache);
    let server = serve(&portcullis(scheme, &Hands::at(NOW))).await;
    let honest = token(json!({ "roles": ["Admin"] }));
    let cost = |token: &str| {
        let request = request("/admin", token);
        let info = allocation_counter::measure(|| {
            drop(server.call(request).now_or_never());
        });
        info.count_total
    };
    let first = cost(&honest);
    let known = (0..5).map(|_| cost(&honest)).min().unwrap();
    assert!(known < first, "{known} allocations, {first} at first");
    for number in 0..size() {
        assert_eq!(status(&server, &token(json!({ "sub": number.to_string() }))), 403);
        if number % 100 == 0 {
            cost(&honest);
        }
    }
    assert_eq!(cost(&honest), known);
}
