//! Nothing of the expansion is visible to the user's code, and the other way round.

use actix_web::{App, HttpRequest};
use portcullis::endpoint;

pub mod core {}
pub struct Endpoint;
pub struct Granted;
pub struct Option;
pub enum Verb {
    Get,
}
pub const ENDPOINT: &str = "Endpoint";
pub const LINKED: &str = "Linked";
#[allow(non_upper_case_globals)]
pub const anonymous: &str = "anonymous";

#[endpoint(get = "/a", roles(ENDPOINT, LINKED))]
async fn request(payload: HttpRequest) -> &'static str {
    let _ = (Endpoint, Granted, Option, Verb::Get, payload);
    LINKED
}

#[endpoint(get = "/b", roles(anonymous), anonymous(GET), wrap = gate())]
async fn granted() -> &'static str {
    ENDPOINT
}

fn gate() -> actix_web::middleware::NormalizePath {
    actix_web::middleware::NormalizePath::trim()
}

#[endpoint(get = "/c")]
async fn r#type(r#type: HttpRequest) -> String {
    r#type.path().to_owned()
}

#[endpoint(get = "/d")]
async fn services() -> &'static str {
    "hello"
}

fn main() {
    let _ = App::new().service(request).service(granted).service(r#type).service(services);
}
