//! The way back, as handlers of the sign-in page are told it.

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, HttpResponse};
use portcullis::{Portcullis, ReturnTo, endpoint};

use super::scheme::Cookies;

#[endpoint(get = "/sign-in", anonymous)]
async fn page(return_to: ReturnTo) -> HttpResponse {
    return_to.redirect("/home")
}

#[actix_web::test]
async fn it_is_a_path_on_this_server_or_nothing() {
    let builder = Portcullis::builder().scheme("cookie", Cookies("/sign-in"));
    let portcullis = builder.module("sign_in::return_to").build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let rows = [
        ("", "/home"),
        ("?return_to=%2Fdocs%2F7%3Fpage%3D2%26q%3Da%2526b", "/docs/7?page=2&q=a%26b"),
        ("?lang=de&return_to=/docs", "/docs"),
        ("?return_to=", "/home"),
        ("?return_to=%2F%2Fevil.example", "/home"),
        ("?return_to=//evil.example", "/home"),
        ("?return_to=https://evil.example", "/home"),
        ("?return_to=/%5Cevil.example", "/home"),
        ("?return_to=/%255Cevil.example", "/home"),
        ("?return_to=%2F%09%2Fevil.example", "/home"),
        ("?return_to=/docs%0d%0aSet-Cookie:a", "/home"),
        // Two say nothing: whoever checked one may have read the other.
        ("?return_to=/docs&return_to=//evil.example", "/home"),
        ("?return_to=/docs&return%5Fto=/other", "/home"),
        ("?Return_To=/docs", "/home"),
    ];
    for (query, expected) in rows {
        let request = TestRequest::with_uri(&format!("/sign-in{query}")).to_request();
        let response = call_service(&app, request).await;
        assert_eq!(response.status(), 303, "{query}");
        assert_eq!(response.headers().get("location").unwrap(), expected, "{query}");
    }
}
