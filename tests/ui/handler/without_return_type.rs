use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler() {}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
