//! One endpoint, which is served wherever the target says, and tells where it was.

use actix_web::Responder;
use portcullis::{Route, endpoint};

#[endpoint(verbs(GET, POST, HEAD), routes("/the/route/of/its/own"), anonymous)]
async fn told(route: Route) -> impl Responder {
    format!("{} {}", route.verb(), route.path())
}
