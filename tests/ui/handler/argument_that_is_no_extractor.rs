use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler(number: u8) -> String {
    number.to_string()
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
