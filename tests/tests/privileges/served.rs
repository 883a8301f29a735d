//! Requests to an instance whose callers a source knows.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Builder, Portcullis, PrivilegeCache};
use portcullis_tests::Spelled;

use crate::scripted::Moved;

#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

pub(crate) fn builder() -> Builder {
    let builder = Portcullis::builder().scheme("spelled", Spelled).scheme("other", Spelled);
    builder.module("privileges::endpoints")
}

pub(crate) fn portcullis(source: impl Into<PrivilegeCache>, clock: &Moved) -> Portcullis {
    builder().privileges(source).clock(clock.clone()).build().unwrap()
}

pub(crate) async fn get(portcullis: &Portcullis, path: &str, caller: Option<&str>) -> Told {
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::with_uri(path);
    let request = match caller {
        Some(caller) => request.insert_header(("x-caller", caller)),
        None => request,
    };
    let response = call_service(&app, request.to_request()).await;
    let (status, headers) = (response.status().as_u16(), format!("{:?}", response.headers()));
    let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    Told { status, headers, body }
}

pub(crate) async fn status(portcullis: &Portcullis, path: &str, caller: &str) -> u16 {
    get(portcullis, path, Some(caller)).await.status
}
