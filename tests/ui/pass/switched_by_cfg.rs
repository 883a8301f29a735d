//! `#[cfg]` above or below decides whether there is an endpoint at all, broken or not.

use actix_web::App;
use portcullis::endpoint;

#[cfg(any())]
#[endpoint(get = "/a", rolls("Admin"))]
async fn handler() -> &'static str {
    "never"
}

#[cfg(all())]
#[endpoint(get = "/a", roles("Admin"))]
#[cfg_attr(all(), allow(unused_variables))]
async fn handler() -> &'static str {
    let unused = 7;
    "hello"
}

#[cfg_attr(any(), endpoint(get = "/b"))]
#[allow(dead_code)]
async fn no_endpoint() -> &'static str {
    "called by hand"
}

fn main() {
    let _ = no_endpoint();
    let _ = App::new().service(handler);
}
