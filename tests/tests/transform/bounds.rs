//! What a function cannot do, whatever it returns.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use actix_web::HttpRequest;
use actix_web::http::Method;
use portcullis::{Answer, Challenge, Found, IntoScheme, Principal, Scheme};
use portcullis_tests::Spelled;

use crate::served::{ask, get, portcullis};

/// Finds one caller, always.
#[derive(Clone, Debug)]
struct Always(Principal);

impl Scheme for Always {
    fn authenticate<'a>(&'a self, _: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(Found::Caller(self.0.clone()))
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Always")
    }
}

/// A caller as the guard of another instance has seen it.
async fn of_another_instance() -> Principal {
    let kept = Arc::new(Mutex::new(None));
    let keeps = Arc::clone(&kept);
    let scheme = Spelled
        .transform(|it: Principal| it) // bound to the instance when the next function sees it
        .transform(move |it: Principal| {
            *keeps.lock().unwrap() = Some(it.clone());
            it
        });
    assert_eq!(get(scheme, "/me", "eve; role=Admin").await.status, 200);
    kept.lock().unwrap().take().unwrap()
}

#[actix_web::test]
async fn a_caller_of_another_instance_stays_nobody() {
    let foreign = of_another_instance().await;
    assert_eq!(foreign.scheme(), "spelled");
    // The scheme presents it: to change it would lift the bond, so nothing is changed.
    let scheme = Always(foreign.clone()).transform(|it: Principal| it.role("Admin"));
    assert_eq!(get(scheme, "/admin", "").await.status, 401);
    // The function itself presents it.
    let scheme = Spelled.transform(move |_| foreign.clone());
    assert_eq!(get(scheme, "/admin", "eve").await.status, 401);
}

#[actix_web::test]
async fn nobody_becomes_a_user_of_another_scheme() {
    let scheme = Spelled.transform(|it: Principal| it.issuer("urn:portcullis:scheme:other"));
    assert_eq!(get(scheme, "/me", "eve").await.status, 401);
    let scheme = Spelled.transform(|it: Principal| it.issuer(""));
    assert_eq!(get(scheme, "/me", "eve").await.status, 401);
    let scheme = Spelled.transform(|_| Principal::new(""));
    assert_eq!(get(scheme, "/me", "eve").await.status, 401);
    let scheme = Spelled.transform(|it: Principal| it.issuer("https://issuer.example"));
    let told = get(scheme, "/me", "eve").await;
    assert_eq!(told.body, "eve of https://issuer.example as [] by spelled");
}

/// Until when a caller is vouched for in the end.
async fn end(scheme: impl IntoScheme + 'static) -> Option<SystemTime> {
    let kept = Arc::new(Mutex::new(None));
    let keeps = Arc::clone(&kept);
    let scheme = scheme.transform(move |it: Principal| {
        *keeps.lock().unwrap() = it.expires_at();
        it
    });
    assert_eq!(ask(&portcullis(scheme), Method::GET, "/me", "").await.status, 200);
    *kept.lock().unwrap()
}

#[actix_web::test]
async fn nobody_is_vouched_for_longer_than_the_credentials() {
    let now = SystemTime::now();
    let [soon, later] = [60, 600].map(|seconds| now + Duration::from_secs(seconds));
    let credentials = Always(Principal::new("eve").expires(soon));
    let fresh = credentials.clone().transform(|_| Principal::new("eve"));
    assert_eq!(end(fresh).await, Some(soon));
    let longer = credentials.transform(move |it: Principal| it.expires(later));
    assert_eq!(end(longer).await, Some(soon));
    let credentials = Always(Principal::new("eve").expires(later));
    let shorter = credentials.transform(move |it: Principal| it.expires(soon));
    assert_eq!(end(shorter).await, Some(soon));
    let past = now - Duration::from_secs(1);
    let over = Always(Principal::new("eve")).transform(move |it: Principal| it.expires(past));
    assert_eq!(get(over, "/me", "").await.status, 401);
}
