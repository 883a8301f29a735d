//! The application that is attacked: it pays whenever its customer asks.

use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::ContentType;
use actix_web::{HttpRequest, HttpResponse, web};
use portcullis::{
    Answer, Challenge, Error, Found, Principal, SameOrigin, Scheme, Sessions, endpoint,
};

use super::witness::Witness;

/// Recognizes a customer by the cookie of this name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cookies(pub(crate) &'static str);

impl Scheme for Cookies {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        let cookie = request.cookie(self.0);
        Answer::Ready(cookie.map_or(Found::Nothing, |it| Found::Caller(Principal::new(it.value()))))
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Cookie")
    }
}

#[endpoint(post = "/sign-in", anonymous)]
async fn sign_in(_: SameOrigin, sessions: Sessions) -> Result<HttpResponse, Error> {
    sessions.sign_in(Principal::new("ada")).await?;
    let none = Cookie::build("__Host-none", "ada").path("/").secure(true).http_only(true);
    Ok(HttpResponse::Ok()
        .cookie(none.same_site(SameSite::None).finish())
        // As careless as a cookie can be.
        .cookie(Cookie::new("plain", "ada"))
        .finish())
}

#[endpoint(post = "/sign-out", anonymous)]
async fn sign_out(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_out().await?;
    Ok("good-bye")
}

#[endpoint(get = "/account", schemes("session"))]
async fn account(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(post = "/pay/none", schemes("none"))]
async fn pay_by_none(witness: web::Data<Witness>) -> &'static str {
    witness.pay();
    "paid"
}

#[endpoint(post = "/pay/session", schemes("session"))]
async fn pay_by_session(witness: web::Data<Witness>) -> &'static str {
    witness.pay();
    "paid"
}

#[endpoint(post = "/pay/plain", schemes("plain"))]
async fn pay_by_plain(witness: web::Data<Witness>) -> &'static str {
    witness.pay();
    "paid"
}

#[endpoint(get = "/balance", schemes("none"))]
async fn balance() -> &'static str {
    "100"
}

/// What a WebSocket would be opened by, if the handler answered it.
#[endpoint(get = "/socket", schemes("none"))]
async fn socket(witness: web::Data<Witness>) -> HttpResponse {
    witness.pay();
    HttpResponse::NotImplemented().finish()
}

#[endpoint(get = "/page", anonymous)]
async fn page() -> HttpResponse {
    html()
}

/// A page that tells nobody where its requests are from.
#[endpoint(get = "/page/quiet", anonymous)]
async fn quiet_page() -> HttpResponse {
    let mut shown = html();
    let policy = actix_web::http::header::HeaderValue::from_static("no-referrer");
    shown.headers_mut().insert(actix_web::http::header::REFERRER_POLICY, policy);
    shown
}

pub(crate) fn html() -> HttpResponse {
    let text = "<!doctype html><title>a page</title><body>a page";
    HttpResponse::Ok().content_type(ContentType::html()).body(text)
}
