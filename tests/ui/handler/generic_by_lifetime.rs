use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler<'a>() -> &'a str {
    "hello"
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
