use actix_web::{App, Responder};
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"), anonymous(GET))]
#[cfg(any())]
async fn never(missing: Missing) -> impl Responder {
    "hello"
}

#[endpoint(get = "/b")]
#[cfg(all())]
async fn always(#[cfg(any())] missing: Missing) -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(always);
}
