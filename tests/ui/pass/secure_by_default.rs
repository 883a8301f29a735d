use actix_web::{App, Responder};
use portcullis::{Principal, endpoint};

#[endpoint(get = "/api/me")]
async fn me(caller: Principal) -> impl Responder {
    caller.id().to_owned()
}

fn main() {
    let _ = App::new().service(me);
}
