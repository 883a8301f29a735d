//! Whatever actix-web can route can be written, and each parameter has a type.

use actix_web::{App, web};
use portcullis::endpoint;

#[endpoint(
    get = r"/re/{year:\d{4}}-{month:\d{2}}",
    get = r"/re/{year:\p{Greek}+}/{month:(?:a|b)}",
    post = "/v{year}.{month}/x",
    put = "/{year}{month:[a-z&&[^x]]}",
)]
async fn dated(date: web::Path<(String, String)>) -> String {
    let (year, month) = date.into_inner();
    year + &month
}

#[endpoint(verbs(GET, POST), routes("/", "/a/", "/a+b.c;d", "/files/{tail}*", "/all/{tail:.*}"))]
async fn others() -> &'static str {
    "hello"
}

fn main() {
    let _ = App::new().service(dated).service(others);
}
