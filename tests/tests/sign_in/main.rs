//! Where somebody without a session is sent, and how the way back stays on this server.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod local_paths;
mod navigation;
mod return_to;
mod scheme;
mod start_up;

use actix_web::App;
use actix_web::http::header::LOCATION;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Builder, Portcullis};
use portcullis_tests::Spelled;

use scheme::Cookies;

/// A cookie scheme with a sign-in page, beside one without.
fn builder() -> Builder {
    Portcullis::builder().scheme("cookie", Cookies("/sign-in")).scheme("spelled", Spelled)
}

/// The status, and where the browser is sent.
async fn ask(builder: Builder, request: TestRequest) -> (u16, Option<String>) {
    let portcullis = builder.module("sign_in::navigation").build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let response = call_service(&app, request.to_request()).await;
    let location = response.headers().get(LOCATION);
    (response.status().as_u16(), location.map(|value| value.to_str().unwrap().to_owned()))
}
