use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin", "Manager", "Admin"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
