use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler() -> &'static str
where
    String: Clone,
{
    "hello"
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
