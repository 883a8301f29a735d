//! axum with `jwt-authorizer` as its layer, and the policy in the handler.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::FutureExt;
use jwt_authorizer::{IntoLayer, JwtAuthorizer, JwtClaims, Validation};

use crate::job::{AUDIENCE, Claims, Denied, HELLO, ISSUER, Job, Keys, PATH, SECRET};

pub(super) fn router(job: Job) -> Router {
    let pem = job.keys.public_pem();
    let builder = match job.keys {
        Keys::Hs256 => {
            JwtAuthorizer::from_secret(std::str::from_utf8(SECRET).expect("it is a text"))
        }
        Keys::Rs256 => JwtAuthorizer::from_rsa_pem_text(pem),
        Keys::Es256 => JwtAuthorizer::from_ec_pem_text(pem),
        Keys::EdDsa => JwtAuthorizer::from_ed_pem_text(pem),
    };
    let validation = Validation::new().iss(&[ISSUER]).aud(&[AUDIENCE]);
    let authorizer: jwt_authorizer::Authorizer<Claims> = builder
        .validation(validation)
        .build()
        .now_or_never()
        .expect("no key is fetched")
        .expect("the keys are sound");
    Router::new().route(PATH, get(restricted)).layer(authorizer.into_layer())
}

async fn restricted(JwtClaims(caller): JwtClaims<Claims>) -> Result<&'static str, Refused> {
    caller.may_enter().map_err(Refused)?;
    Ok(HELLO)
}

struct Refused(Denied);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let status = match self.0 {
            Denied::Unauthorized => StatusCode::UNAUTHORIZED,
            Denied::Forbidden => StatusCode::FORBIDDEN,
        };
        let headers = [
            (CONTENT_TYPE, "application/problem+json"),
            (CACHE_CONTROL, "no-store"),
            (WWW_AUTHENTICATE, self.0.challenge()),
        ];
        (status, headers, self.0.body()).into_response()
    }
}
