//! Who is sent to the sign-in page, and who is told 401.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use portcullis::{Cause, Error, Principal, endpoint};

use super::scheme::Cookies;
use super::{ask, builder};

#[endpoint(get = "/docs/{id}", post = "/docs/{id}", roles("Admin"), schemes("spelled", "cookie"))]
async fn document() -> &'static str {
    "entered"
}

#[endpoint(get = "/api", schemes("spelled"))]
async fn api() -> &'static str {
    "entered"
}

#[endpoint(get = "/greeting", post = "/greeting", anonymous(GET))]
async fn greeting(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(get = "/link", anonymous)]
async fn expired_link() -> Result<&'static str, Error> {
    Err(Error::invalid_credentials("this link has expired"))
}

fn navigation(path: &str) -> TestRequest {
    TestRequest::get().uri(path).insert_header(("sec-fetch-mode", "navigate"))
}

#[actix_web::test]
async fn whoever_is_on_the_way_to_a_page_is_sent_to_sign_in_and_told_the_way_back() {
    let sent = |back: &str| (303, Some(format!("/sign-in?return_to={back}")));
    let ask = |request| ask(builder(), request);
    assert_eq!(
        ask(navigation("/docs/7?page=2&q=a%26b")).await,
        sent("%2Fdocs%2F7%3Fpage%3D2%26q%3Da%2526b")
    );
    let stale = navigation("/docs/7").insert_header(("cookie", "sid=stale"));
    assert_eq!(ask(stale).await, sent("%2Fdocs%2F7"));
    // An extractor asks for a caller where everyone is let in.
    assert_eq!(ask(navigation("/greeting")).await, sent("%2Fgreeting"));
    // What an absolute target says of a server is nothing to return to.
    assert_eq!(ask(navigation("https://evil.example/docs/7")).await, sent("%2Fdocs%2F7"));
}

#[actix_web::test]
async fn a_way_back_that_could_lead_elsewhere_is_not_told() {
    let long = format!("/docs/{}", "x".repeat(2048));
    for path in ["/docs/a%2Fb", "/docs/%0d%0aSet-Cookie:x", "/docs/7?a=%00", "/docs/a%5Cb", &long] {
        let answered = ask(builder(), navigation(path)).await;
        assert_eq!(answered, (303, Some("/sign-in".to_owned())), "{path}");
    }
}

#[actix_web::test]
async fn everyone_else_is_told_401() {
    let docs = || TestRequest::get().uri("/docs/7");
    let navigating = ("sec-fetch-mode", "navigate");
    let rows = [
        (docs(), 401),
        (docs().insert_header(("accept", "text/html")), 401),
        (docs().insert_header(("sec-fetch-mode", "cors")), 401),
        (docs().insert_header(("sec-fetch-mode", "Navigate")), 401),
        (docs().insert_header(navigating).append_header(navigating), 401),
        (navigation("/docs/7").method(Method::POST), 401),
        (navigation("/docs/7").method(Method::HEAD), 401),
        // To sign in would not help: the endpoint takes no cookies.
        (navigation("/api"), 401),
        // The handler has something to say.
        (navigation("/link"), 401),
        (navigation("/docs/7").insert_header(("cookie", "sid=unknowable")), 503),
        (navigation("/docs/7").insert_header(("cookie", "sid=ada")), 403),
        (navigation("/docs/7").insert_header(("x-caller", "ada; role=Admin")), 200),
        (navigation("/nowhere"), 404),
    ];
    for (row, (request, expected)) in rows.into_iter().enumerate() {
        assert_eq!(ask(builder(), request).await, (expected, None), "row {row}");
    }
}

#[actix_web::test]
async fn a_page_with_a_query_keeps_it_and_the_hook_has_the_last_word() {
    let german = || builder().scheme("other", Cookies("/other")).default_scheme("other");
    assert_eq!(
        ask(german(), navigation("/greeting")).await.1.unwrap(),
        "/other?return_to=%2Fgreeting"
    );
    let with_query = portcullis::Portcullis::builder()
        .scheme("cookie", Cookies("/sign-in?lang=de"))
        .scheme("spelled", portcullis_tests::Spelled);
    let (_, location) = ask(with_query, navigation("/docs/7")).await;
    assert_eq!(location.unwrap(), "/sign-in?lang=de&return_to=%2Fdocs%2F7");
    // The page itself would send in circles.
    let circle = builder().scheme("other", Cookies("/greeting")).default_scheme("other");
    assert_eq!(ask(circle, navigation("/greeting")).await, (401, None));
    let hooked = builder().on_denial(|denial, mut response| {
        assert_eq!((denial.cause(), response.status().as_u16()), (Cause::Unauthenticated, 303));
        *response.status_mut() = StatusCode::FOUND;
        response
    });
    assert_eq!(ask(hooked, navigation("/docs/7")).await.0, 302);
}
