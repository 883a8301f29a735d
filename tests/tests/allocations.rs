//! What the guard costs in memory: an allowed request allocates no more than the same handler
//! does under plain actix.

use actix_http::Request;
use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpRequest, get};
use allocation_counter::AllocationInfo;
use futures_util::FutureExt;
use portcullis::{Answer, Challenge, Found, Portcullis, Principal, Scheme, endpoint};

/// Answers at once, with a caller that was made before.
#[derive(Debug)]
struct Known(Principal);

impl Scheme for Known {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match request.headers().contains_key("x-known") {
            true => Found::Caller(self.0.clone()),
            false => Found::Nothing,
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Known")
    }
}

#[get("/plain")]
async fn plain() -> &'static str {
    "hello"
}

#[endpoint(
    get = "/guarded",
    roles("Admin", "Manager"),
    permissions_all("UpdateUsers", "DeleteUsers"),
    claims("AdminID", "EmployeeID")
)]
async fn restricted() -> &'static str {
    "hello"
}

#[endpoint(get = "/caller", roles("Admin"))]
async fn greet(_caller: Principal) -> &'static str {
    "hello"
}

fn known() -> Known {
    let caller = Principal::new("ada").role("Admin").claim("AdminID", "7");
    Known(caller.permission("UpdateUsers").permission("DeleteUsers"))
}

#[actix_web::test]
async fn an_allowed_request_allocates_no_more_than_plain_actix() {
    let portcullis = Portcullis::builder().scheme("known", known()).build().unwrap();
    let guarded_app = init_service(App::new().configure(portcullis.mount())).await;
    let plain_app = init_service(App::new().service(plain)).await;
    let bare = measure("plain actix #[get]", &plain_app, "/plain", true, 200);
    let allowed = measure("guarded, allowed", &guarded_app, "/guarded", true, 200);
    let caller = measure("guarded, takes Principal", &guarded_app, "/caller", true, 200);
    let denied = measure("guarded, denied", &guarded_app, "/guarded", false, 401);
    assert!(bare > 0 && denied > 0);
    assert!(allowed <= bare, "{allowed} allocations, plain actix needs {bare}");
    assert!(caller <= bare, "{caller} allocations, plain actix needs {bare}");
}

/// The allocations of one request, from routing to the end of its response. The request
/// itself was made before: that is the work of `actix_http`, on both sides.
#[expect(clippy::print_stdout, reason = "the figures are for reading, too")]
fn measure<S>(name: &str, app: &S, path: &str, known: bool, expected: u16) -> u64
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    let request = || {
        let request = TestRequest::with_uri(path);
        let request = if known { request.insert_header(("x-known", "yes")) } else { request };
        request.to_request()
    };
    let answer = |request| {
        let response = app.call(request).now_or_never();
        let status = response.and_then(Result::ok).map(|response| response.status().as_u16());
        assert_eq!(status, Some(expected));
    };
    // The first requests fill pools that later ones take from.
    (0..3).for_each(|_| answer(request()));
    let request = request();
    let AllocationInfo { count_total, bytes_total, .. } =
        allocation_counter::measure(|| answer(request));
    println!("{name:<28} {count_total:>3} allocations {bytes_total:>6} bytes");
    count_total
}
