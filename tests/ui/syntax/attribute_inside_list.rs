use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin", #[cfg(test)] "Tester"))]
async fn handler() -> impl Responder {
    "hello"
}

fn main() {}
