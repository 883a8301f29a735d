use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler(value: impl Into<String>) -> String {
    value.into()
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
