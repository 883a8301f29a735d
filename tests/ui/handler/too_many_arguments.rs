use actix_web::HttpRequest;
use portcullis::endpoint;

#[endpoint(get = "/a")]
async fn handler(
    _1: HttpRequest,
    _2: HttpRequest,
    _3: HttpRequest,
    _4: HttpRequest,
    _5: HttpRequest,
    _6: HttpRequest,
    _7: HttpRequest,
    _8: HttpRequest,
    _9: HttpRequest,
    _10: HttpRequest,
    _11: HttpRequest,
    _12: HttpRequest,
    _13: HttpRequest,
    _14: HttpRequest,
    _15: HttpRequest,
    _16: HttpRequest,
    _17: HttpRequest,
) -> &'static str {
    "hello"
}

fn main() {
    let _ = actix_web::App::new().service(handler);
}
