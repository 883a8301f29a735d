//! What the guard costs in memory: an allowed request allocates no more than the same handler
//! does under plain actix, and a denied one next to nothing.

use std::time::Duration;

use actix_http::Request;
use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, HttpRequest, get};
use allocation_counter::AllocationInfo;
use futures_util::FutureExt;
use portcullis::{Answer, Challenge, Found, JwtBearer, Portcullis, Principal, Scheme, endpoint};

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
    let known = Some(("x-known", "yes"));
    let bare = measure("plain actix #[get]", &plain_app, "/plain", known, 200);
    let allowed = measure("guarded, allowed", &guarded_app, "/guarded", known, 200);
    let caller = measure("guarded, takes Principal", &guarded_app, "/caller", known, 200);
    let denied = measure("guarded, denied", &guarded_app, "/guarded", None, 401);
    assert!(bare > 0 && denied > 0 && denied <= 4);
    assert!(allowed <= bare, "{allowed} allocations, plain actix needs {bare}");
    assert!(caller <= bare, "{caller} allocations, plain actix needs {bare}");
}

const SECRET: &[u8] = b"forty bytes that only the servers know!!";

/// A token with as many permissions.
fn token(portcullis: &Portcullis, role: &str, permissions: usize) -> String {
    let names = (0..permissions).map(|number| format!("p{number}"));
    let names = names.chain(["UpdateUsers".to_owned(), "DeleteUsers".to_owned()]);
    let token = portcullis.tokens().subject("ada").roles([role]).permissions(names);
    token.claim("AdminID", "7").expires_in(Duration::from_secs(600)).sign().unwrap()
}

#[actix_web::test]
async fn a_request_with_a_remembered_token_costs_the_same_whatever_is_in_it() {
    let scheme = JwtBearer::hs256(SECRET).max_token_bytes(64 * 1024);
    let portcullis = Portcullis::builder().scheme("jwt", scheme).build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let plain_app = init_service(App::new().service(plain)).await;
    let bare = measure("plain actix #[get]", &plain_app, "/plain", None, 200);
    let [few, many] = [8, 512].map(|permissions| {
        let token = token(&portcullis, "Admin", permissions);
        let token = format!("Bearer {token}");
        let name = format!("remembered, {permissions} permissions");
        measure(&name, &app, "/guarded", Some(("authorization", &token)), 200)
    });
    assert!(few <= bare, "{few} allocations, plain actix needs {bare}");
    assert_eq!(few, many);
}

#[actix_web::test]
async fn a_denied_request_allocates_at_most_four_times() {
    let scheme = JwtBearer::hs256(SECRET);
    let portcullis = Portcullis::builder().scheme("jwt", scheme).build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let bearer = |token: &str| format!("Bearer {token}");
    let user = bearer(&token(&portcullis, "User", 8));
    let (signed, _) = user.rsplit_once('.').unwrap();
    let forged = format!("{signed}.{}", "A".repeat(43));
    // The key has seen an honest token with the same header, as it has in life.
    let known = Some(("authorization", user.as_str()));
    measure("403, at first", &app, "/guarded", known, 403);
    let rows = [
        ("401, no credentials", None, 401),
        ("401, a forged token", Some(forged.as_str()), 401),
        ("401, no token at all", Some("Bearer abc"), 401),
        ("400, malformed", Some("Bearer a b"), 400),
        ("403", Some(user.as_str()), 403),
    ];
    for (name, field, status) in rows {
        let field = field.map(|field| ("authorization", field));
        let count = measure(name, &app, "/guarded", field, status);
        assert!(count <= 4, "{name}: {count} allocations");
    }
}

/// The allocations of one request, from routing to the end of its response. The request
/// itself was made before: that is the work of `actix_http`, on both sides.
#[expect(clippy::print_stdout, reason = "the figures are for reading, too")]
fn measure<S>(name: &str, app: &S, path: &str, field: Option<(&str, &str)>, expected: u16) -> u64
where
    S: Service<Request, Response = ServiceResponse<BoxBody>, Error = actix_web::Error>,
{
    let request = || {
        let request = TestRequest::with_uri(path);
        field.into_iter().fold(request, TestRequest::insert_header).to_request()
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
    println!("{name:<30} {count_total:>3} allocations {bytes_total:>6} bytes");
    count_total
}
