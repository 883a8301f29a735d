use actix_web::HttpRequest;
use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler(request: &HttpRequest) -> String {
    request.path().to_owned()
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
