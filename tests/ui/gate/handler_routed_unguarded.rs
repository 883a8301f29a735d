use actix_web::{App, web};
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"))]
async fn restricted() -> &'static str {
    "in"
}

fn main() {
    App::new().route("/open", web::get().to(restricted));
}
