//! The endpoint that renews tokens.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, HttpResponse, Responder, web};

use super::parameters::Parameters;
use super::refusal::Refusal;
use super::response::TokenResponse;
use super::token::RefreshToken;
use crate::endpoint::{About, Endpoint};
use crate::error::Error;
use crate::gate::{Entered, enter};
use crate::verb::Verb;

/// Where tokens are renewed, unless told otherwise.
pub(crate) const PATH: &str = "/api/refresh-token";

/// Of a body, in bytes.
const LONGEST: usize = 8 * 1024;

/// As `#[endpoint(post = "/api/refresh-token", anonymous)]` would write it; the macro's linked
/// list cannot be used inside the crate that declares it.
pub(crate) static ENDPOINT: Endpoint = Endpoint {
    handler: "refresh_token",
    module: module_path!(),
    file: file!(),
    line: line!(),
    group: None,
    routes: &[(Verb::Post, PATH)],
    anonymous: &[Verb::Post],
    rules: &[],
    on: &[],
    checks: &[],
    schemes: &[],
    manual: false,
    accept: &[],
    about: About {
        name: "refresh_token",
        summary: Some("The next access token, for a refresh token"),
        description: None,
        tags: &[],
    },
    arguments: &[],
    enter: |granted, request, payload| enter(refresh_token, granted, request, payload),
    wrap: None,
};

/// Nothing but the body is read: a client that authenticates itself besides is welcome.
async fn refresh_token(request: HttpRequest, body: web::Payload) -> Result<HttpResponse, Error> {
    match answer(&request, body).await {
        Ok(response) => Ok(response.respond_to(&request)),
        Err(refusal) => refusal.answer(),
    }
}

async fn answer(request: &HttpRequest, body: web::Payload) -> Result<TokenResponse, Refusal> {
    let entered = Entered::of(request);
    let entered = entered.ok_or_else(|| Error::unguarded("RefreshTokens", request.path()))?;
    let shared = &entered.gate.checkpoint().shared;
    let families = shared.refresh.as_deref();
    let families = families.ok_or_else(|| Error::internal("there are no refresh tokens"))?;
    let parameters = read(request, body).await?;
    if parameters.grant_type.as_deref().is_some_and(|kind| kind != "refresh_token") {
        return Err(Refusal::GrantType);
    }
    let token = parameters.refresh_token.as_deref();
    let token = token.ok_or(Refusal::Request("`refresh_token` is missing"))?;
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
