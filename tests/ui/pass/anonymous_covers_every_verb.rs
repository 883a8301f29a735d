use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(post = "/api/restricted", roles("Admin"), permissions_all("UpdateUsers", "DeleteUsers"), anonymous(POST))]
async fn restricted() -> impl Responder {
    "hello"
}

fn main() {}
