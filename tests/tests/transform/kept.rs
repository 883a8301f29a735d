//! A function that gives out callers of long ago.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime};

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Clock, IntoScheme, JwtBearer, Portcullis, Principal};

/// A clock that a test moves, in seconds.
#[derive(Clone, Debug)]
struct Moved(Arc<AtomicU64>);

impl Clock for Moved {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::Relaxed))
    }
}

#[actix_web::test]
async fn whoever_keeps_callers_does_not_keep_them_alive() {
    let clock = Moved(Arc::new(AtomicU64::new(1_800_000_000)));
    let first = OnceLock::new();
    let jwt = JwtBearer::hs256([7; 32]).issuer("https://issuer.example").audience("api");
    let scheme = jwt.transform(move |it: Principal| first.get_or_init(|| it).clone());
    let portcullis = Portcullis::builder()
        .scheme("spelled", scheme)
        .scheme("other", portcullis_tests::Spelled)
        .clock(clock.clone())
        .module("transform::endpoints")
        .build()
        .unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let token = |seconds| {
        let tokens = portcullis.tokens().subject("eve");
        tokens.expires_in(Duration::from_secs(seconds)).sign().unwrap()
    };
    let [short, long] = [token(60), token(3600)];
    for (later, token, expected) in [(0, &short, 200), (30, &long, 200), (120, &long, 401)] {
        clock.0.fetch_add(later, Ordering::Relaxed);
        let bearer = ("authorization", format!("Bearer {token}"));
        let request = TestRequest::with_uri("/me").insert_header(bearer).to_request();
        assert_eq!(call_service(&app, request).await.status(), expected, "{later}");
    }
}
