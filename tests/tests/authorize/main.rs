//! `authorize`: who may touch what, when that is asked, and what becomes of a request of which it
//! cannot be told.

mod documents;
mod endpoints;
mod hidden;
mod leftover;
mod loaded;
mod order;
mod table;
mod trouble;

use actix_http::Request;
use actix_web::body::{BoxBody, to_bytes};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, Error, HttpResponse, web};
use portcullis::{Builder, Portcullis};
use portcullis_tests::Spelled;

use documents::Documents;

fn builder() -> Builder {
    Portcullis::builder().scheme("spelled", Spelled)
}

/// The application of these tests, whose own 404 is unlike anybody else's.
async fn app(
    builder: Builder,
    documents: Documents,
) -> impl Service<Request, Response = ServiceResponse<BoxBody>, Error = Error> {
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = builder.build().unwrap();
    let app = App::new().app_data(web::Data::new(documents)).configure(portcullis.mount());
    init_service(app.default_service(web::to(nothing))).await
}

async fn nothing() -> HttpResponse {
    HttpResponse::NotFound().insert_header(("x-nothing", "here")).body("there is nothing here")
}

/// What is answered, as far as a client sees it.
#[derive(Debug, PartialEq)]
struct Answered {
    status: StatusCode,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answered {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

async fn ask(
    app: &impl Service<Request, Response = ServiceResponse<BoxBody>, Error = Error>,
    method: &str,
    path: &str,
    caller: &str,
) -> Answered {
    let method = Method::from_bytes(method.as_bytes()).unwrap_or_default();
    let request = TestRequest::with_uri(path).method(method);
    let request = match caller {
        "" => request,
        _ => request.insert_header(("x-caller", caller)),
    };
    send(app, request.to_request()).await
}

#[expect(clippy::expect_used, reason = "a test that hears nothing fails")]
async fn send(
    app: &impl Service<Request, Response = ServiceResponse<BoxBody>, Error = Error>,
    request: Request,
) -> Answered {
    let response = app.call(request).await.expect("an answer");
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    let headers = response.headers().iter();
    let mut headers: Vec<_> =
        headers.map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect();
    headers.sort();
    let status = response.status();
    let body = to_bytes(response.into_body()).await.expect("a body");
    Answered { status, headers, body: text(&body) }
}
