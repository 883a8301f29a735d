use actix_web::{HttpRequest, dev::Payload};
use portcullis::__private::{Granted, Guarded};
use portcullis::endpoint;

#[endpoint(get = "/a", roles("Admin"))]
async fn restricted() -> &'static str {
    "in"
}

fn enter_without_being_judged(request: HttpRequest) {
    let _ = <restricted as Guarded>::enter(Granted(()), request, Payload::None);
}

fn main() {}
