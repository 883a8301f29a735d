//! A type whose making panics.

use actix_web::test::TestRequest;
use portcullis::{Cause, FromPrincipal, Outcome, Portcullis, endpoint, test};
use portcullis_tests::Spelled;
use std::sync::{Arc, Mutex};

#[derive(FromPrincipal)]
struct Broken {
    #[claim("dept", default = broken())]
    department: String,
}

#[expect(clippy::panic, reason = "what applications do")]
fn broken() -> String {
    panic!("a default of the application panics")
}

#[endpoint(get = "/plainly")]
async fn plainly(caller: Broken) -> String {
    caller.department
}

#[actix_web::test]
async fn a_panic_is_500_and_an_event() {
    let outcomes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&outcomes);
    let builder = Portcullis::builder()
        .scheme("spelled", Spelled)
        .module("from_principal::broken")
        .on_decision(move |it| seen.lock().unwrap().push(it.outcome()));
    let request = test::caller().call(TestRequest::with_uri("/plainly").to_request());
    assert_eq!(crate::served::ask(builder, request).await.status, 500);
    let expected = [Outcome::Entered { known: true }, Outcome::Denied(Cause::Failed)];
    assert_eq!(*outcomes.lock().unwrap(), expected);
}
