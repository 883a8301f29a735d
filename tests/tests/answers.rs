//! Who gets which answer where, over a real server.
#![expect(missing_docs, reason = "a test")]

use actix_web::http::Method;
use actix_web::{App, HttpResponse, Responder, web};
use portcullis::{Portcullis, Principal, Rule, endpoint};
use portcullis_tests::Spelled;

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> impl Responder {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}

#[endpoint(get = "/any")]
async fn any(caller: Principal) -> impl Responder {
    caller.id().to_owned()
}

#[endpoint(
    post = "/restricted",
    put = "/restricted",
    roles("Admin", "Manager"),
    permissions_all("A", "B"),
    anonymous(POST)
)]
async fn restricted(body: web::Json<u32>) -> HttpResponse {
    HttpResponse::Ok().json(*body + 1)
}

#[endpoint(delete = "/policy", policies("ManagersOnly"))]
async fn policy() -> &'static str {
    "deleted"
}

const NOBODY: Option<&str> = None;

#[actix_web::test]
async fn slice() {
    let portcullis = Portcullis::builder()
        .scheme("spelled", Spelled)
        .policy("ManagersOnly", Rule::role("Manager") & Rule::claim("ManagerID"))
        .build()
        .unwrap();
    for route in portcullis.routes() {
        println!("{} {} {}", route.verb(), route.path(), route.endpoint());
    }
    let server = actix_test::start(move || App::new().configure(portcullis.mount()));
    let rows = [
        (Method::GET, "/open", NOBODY, 200),
        (Method::GET, "/open", Some("forged"), 200),
        (Method::GET, "/any", NOBODY, 401),
        (Method::HEAD, "/any", Some("eve"), 200),
        (Method::GET, "/any", Some("eve"), 200),
        (Method::GET, "/any", Some("forged"), 401),
        (Method::GET, "/any", Some("unavailable"), 503),
        (Method::GET, "/any", Some("panic"), 500),
        (Method::POST, "/any", NOBODY, 405),
        (Method::POST, "/restricted", NOBODY, 400),
        (Method::PUT, "/restricted", NOBODY, 401),
        (Method::PUT, "/restricted", Some("eve"), 403),
        (Method::PUT, "/restricted", Some("eve; role=Admin; perm=A"), 403),
        (Method::PUT, "/restricted", Some("eve; role=Admin; perm=A; perm=B"), 400),
        (Method::DELETE, "/policy", Some("eve; role=Manager"), 403),
        (Method::DELETE, "/policy", Some("eve; role=Manager; claim=ManagerID:7"), 200),
    ];
    for (verb, path, caller, status) in rows {
        let mut request = server.request(verb.clone(), server.url(path));
        if let Some(caller) = caller {
            request = request.insert_header(("x-caller", caller));
        }
        let response = request.send_body("broken").await.unwrap();
        assert_eq!(response.status(), status, "{verb} {path} {caller:?} {response:?}");
    }
}
