use actix_web::{App, Responder};

mod framework {
    pub use portcullis as auth;
}

#[framework::auth::endpoint(get = "/a", crate = crate::framework::auth)]
async fn hello() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(hello);
}
