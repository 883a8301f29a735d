use actix_web::App;
use portcullis::endpoint;

#[endpoint(get = "a", role("Admin"))]
fn handler() {}

fn main() {
    let _ = App::new().service(handler);
}
