//! One request, and how it was answered.

use actix_http::Request;
use actix_web::App;
use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Builder, Portcullis, test};
use portcullis_tests::Spelled;

pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

pub(crate) fn builder() -> Builder {
    Portcullis::builder()
        .scheme("spelled", Spelled)
        .module("from_principal::endpoints")
        .module("from_principal::hostile")
}

pub(crate) async fn ask(builder: Builder, request: Request) -> Told {
    let portcullis = builder.build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let response = call_service(&app, request).await;
    let (status, headers) = (response.status().as_u16(), format!("{:?}", response.headers()));
    let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    Told { status, headers, body }
}

/// A request of a caller that a test has made.
pub(crate) async fn of(caller: test::Caller, verb: Method, path: &str) -> Told {
    ask(builder(), caller.call(TestRequest::with_uri(path).method(verb).to_request())).await
}
