use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", anonymous, require(role("Admin")), policies("Paid"), on(GET, scopes("a")))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
