//! A function that hands out a caller of an earlier request.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Clock, IntoScheme, JwtBearer, Portcullis, Principal};
use portcullis_tests::Spelled;

#[derive(Clone, Debug)]
struct Moved(Arc<AtomicU64>);

impl Clock for Moved {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

#[actix_web::test]
async fn is_nobody_once_its_time_is_over() {
    let clock = Moved(Arc::new(AtomicU64::new(1_700_000_000)));
    let first = OnceLock::new();
    let jwt = JwtBearer::hs256([7; 32]).issuer("https://issuer.example").audience("api");
    let portcullis = Portcullis::builder()
        .scheme("spelled", jwt.transform(move |it: Principal| first.get_or_init(|| it).clone()))
        .scheme("other", Spelled)
        .clock(clock.clone())
        .module("transform::endpoints")
        .build()
        .unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let status = async || {
        let hour = Duration::from_secs(3600);
        let token = portcullis.tokens().subject("eve").expires_in(hour).sign().unwrap();
        let bearer = ("authorization", format!("Bearer {token}"));
        let request = TestRequest::with_uri("/me").insert_header(bearer).to_request();
        call_service(&app, request).await.status().as_u16()
    };
    assert_eq!(status().await, 200);
    clock.0.fetch_add(1800, Ordering::SeqCst);
    assert_eq!(status().await, 200);
    // The token of this request is good; the caller that is made of it is not.
    clock.0.fetch_add(3600, Ordering::SeqCst);
    assert_eq!(status().await, 401);
}
