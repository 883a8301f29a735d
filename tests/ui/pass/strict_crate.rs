//! A crate that denies whatever can be denied.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, unused_qualifications)]

use actix_web::{App, Responder};
use portcullis::endpoint;

/// Says hello.
#[endpoint(get = "/a", roles("Admin"), on(GET, scopes("a")))]
pub(crate) async fn hello() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(hello);
}
