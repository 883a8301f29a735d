use actix_web::HttpRequest;
use portcullis::{Denied, endpoint};

async fn owns(_: HttpRequest) -> Result<(), Denied> {
    Ok(())
}

#[endpoint(post = "/a", authorize(owns))]
async fn report() -> &'static str {
    "hello"
}

fn main() {}
