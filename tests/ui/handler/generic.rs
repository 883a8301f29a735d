use actix_web::Responder;
use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler<T: Default + Responder>() -> T {
    T::default()
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
