use actix_web::web;
use portcullis::{Denied, Principal, endpoint};

async fn owns(_: Principal, _: web::Json<String>) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(post = "/a", authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
