//! One request to an instance with a scheme.

use actix_web::App;
use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{IntoScheme, Portcullis};
use portcullis_tests::Spelled;

pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

pub(crate) fn portcullis(scheme: impl IntoScheme + 'static) -> Portcullis {
    let builder = Portcullis::builder().scheme("spelled", scheme).scheme("other", Spelled);
    builder.module("transform::endpoints").build().unwrap()
}

pub(crate) async fn ask(portcullis: &Portcullis, verb: Method, path: &str, caller: &str) -> Told {
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::with_uri(path).method(verb).insert_header(("x-caller", caller));
    let response = call_service(&app, request.to_request()).await;
    let (status, headers) = (response.status().as_u16(), format!("{:?}", response.headers()));
    let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    Told { status, headers, body }
}

pub(crate) async fn get(scheme: impl IntoScheme + 'static, path: &str, caller: &str) -> Told {
    ask(&portcullis(scheme), Method::GET, path, caller).await
}
