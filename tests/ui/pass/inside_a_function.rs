use actix_web::{App, Responder};
use portcullis::endpoint;

fn main() {
    #[endpoint(get = "/a", put = "/a", roles("Admin"), anonymous(GET))]
    async fn hello() -> impl Responder {
        "hello"
    }

    let _ = App::new().service(hello);
}
