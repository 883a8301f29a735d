//! Requests that another site's page may have made a browser send, with the caller's cookies.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod ambient;
mod answers;
mod endpoints;
mod hosts;
mod oracle;
mod order;
mod origins;
mod same_origin;
mod set_up;
mod table;
mod test_callers;
mod tls;

use std::collections::BTreeMap;

use actix_http::Request;
use actix_web::App;
use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::HeaderMap;
use actix_web::test::{TestRequest, init_service, read_body};
use portcullis::{Builder, Csrf, Portcullis};
use portcullis_tests::Spelled;

use ambient::Cookies;

/// A set-up with a cookie scheme of the application, which is ambient, and one that is not.
fn builder(csrf: Csrf) -> Builder {
    Portcullis::builder().scheme("cookie", Cookies).scheme("spelled", Spelled).csrf(csrf)
}

/// What a request is answered with.
#[derive(Debug)]
struct Answered {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answered {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

async fn serve(
    builder: Builder,
) -> impl Service<Request, Response = ServiceResponse<impl MessageBody>, Error = actix_web::Error> {
    let portcullis = builder.build().unwrap();
    init_service(App::new().configure(portcullis.mount())).await
}

async fn ask<B: MessageBody>(
    app: &impl Service<Request, Response = ServiceResponse<B>, Error = actix_web::Error>,
    request: TestRequest,
) -> Answered {
    answer(app, request.to_request()).await
}

async fn answer<B: MessageBody>(
    app: &impl Service<Request, Response = ServiceResponse<B>, Error = actix_web::Error>,
    request: Request,
) -> Answered {
    let response = app.call(request).await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = read_body(response).await;
    Answered { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
}

/// How often each answer was given: a table that says only yes, or only no, tests nothing.
type Counts = BTreeMap<u16, usize>;
