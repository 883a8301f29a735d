//! The endpoint that renews tokens.

use std::sync::Arc;

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, Responder, web};

use super::browser::Browser;
use super::families::Families;
use super::parameters::Parameters;
use super::refusal::Refusal;
use super::response::TokenResponse;
use super::token::RefreshToken;
use crate::endpoint::{BuiltIn, Endpoint};
use crate::error::Error;
use crate::gate::{Entered, Shared, enter};
use crate::verb::Verb;

/// Where tokens are renewed, unless told otherwise.
pub(crate) const PATH: &str = "/api/refresh-token";

/// Of a body, in bytes.
const LONGEST: usize = 8 * 1024;

pub(crate) static ENDPOINT: Endpoint = Endpoint::built_in(BuiltIn {
    module: module_path!(),
    name: "refresh_token",
    verb: &[Verb::Post],
    routes: &[(Verb::Post, PATH)],
    summary: "The next access token, for a refresh token",
    enter: |granted, request, payload| enter(refresh_token, granted, request, payload),
});

/// Nothing but the body is read: a client that authenticates itself besides is welcome.
async fn refresh_token(request: HttpRequest, body: web::Payload) -> Result<HttpResponse, Error> {
    let entered = Entered::of(&request);
    let entered = entered.ok_or_else(|| Error::unguarded("RefreshTokens", request.path()))?;
    let shared = &entered.gate.checkpoint().shared;
    let families = shared.refresh.as_deref();
    let families = families.ok_or_else(|| Error::internal("there are no refresh tokens"))?;
    let browser = Browser::of(&request, shared).zip(families.cookie.as_ref());
    if let Some((browser, _)) = &browser {
        browser.check()?;
    }
    let sent = browser.as_ref().map(|(browser, _)| browser.one());
    match (answer(&request, body, (shared, families), sent).await, browser) {
        (Ok(response), None) => Ok(response.respond_to(&request)),
        (Ok(response), Some((browser, shape))) => {
            browser.keep(shape, &response)?;
            Ok(response.respond_to(&request))
        }
        (Err(refusal), None) => refusal.answer(),
        (Err(refusal), Some((browser, shape))) => {
            if let Refusal::Grant = refusal {
                browser.forget(shape)?;
            }
            refusal.answer()
        }
    }
}

/// `sent` is what a cookie holds, where tokens are in cookies: those in bodies do not count then.
async fn answer(
    request: &HttpRequest,
    body: web::Payload,
    (shared, families): (&Arc<Shared>, &Families),
    sent: Option<Result<&str, Refusal>>,
) -> Result<TokenResponse, Refusal> {
    let parameters = read(request, body).await?;
    if parameters.grant_type.as_deref().is_some_and(|kind| kind != "refresh_token") {
        return Err(Refusal::GrantType);
    }
    let token = match (sent, &parameters.refresh_token) {
        (Some(sent), _) => sent?,
        (None, Some(token)) => token,
        (None, None) => return Err(Refusal::Request("`refresh_token` is missing")),
    };
    let token = RefreshToken::parse(token.as_bytes()).ok_or(Refusal::Grant)?;
    families.renew(shared, token, parameters).await
}

async fn read(request: &HttpRequest, body: web::Payload) -> Result<Parameters, Refusal> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let body = match body.to_bytes_limited(LONGEST).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return Err(Refusal::Request("the body cannot be read")),
        Err(_) => return Err(Refusal::Request("the body is too long")),
    };
    Parameters::read(kind, &body)
}
