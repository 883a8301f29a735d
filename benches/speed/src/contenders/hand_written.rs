//! What a good engineer writes: an extractor over `jsonwebtoken`, made once and told whose
//! tokens it accepts, and the policy in the handler.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::{AUTHORIZATION, HeaderValue};
use actix_web::{FromRequest, HttpRequest, get, web};
use jsonwebtoken::{DecodingKey, Validation, decode};

use super::Routes;
use crate::job::{AUDIENCE, Claims, Denied, HELLO, ISSUER, Job};

pub(super) fn routes(job: Job) -> Routes {
    let verifier = web::Data::new(Verifier::new(job));
    Arc::new(move |config| {
        config.app_data(verifier.clone()).service(restricted);
    })
}

#[get("/job")]
async fn restricted(caller: Caller) -> Result<&'static str, Denied> {
    caller.0.may_enter()?;
    Ok(HELLO)
}

/// Also what the validator of `actix-web-httpauth` asks.
pub(super) struct Verifier {
    key: DecodingKey,
    validation: Validation,
}

impl Verifier {
    pub(super) fn new(job: Job) -> Self {
        let mut validation = Validation::new(job.keys.algorithm());
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[AUDIENCE]);
        validation.set_required_spec_claims(&["exp", "iss", "aud"]);
        Self { key: job.keys.decoding(), validation }
    }

    pub(super) fn claims(&self, token: &str) -> Result<Claims, Denied> {
        let token = decode::<Claims>(token, &self.key, &self.validation);
        token.map(|token| token.claims).map_err(|_| Denied::Unauthorized)
    }
}

struct Caller(Claims);

impl FromRequest for Caller {
    type Error = Denied;
    type Future = Ready<Result<Self, Denied>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(caller(request).ok_or(Denied::Unauthorized))
    }
}

fn caller(request: &HttpRequest) -> Option<Caller> {
    let verifier = request.app_data::<web::Data<Verifier>>()?;
    let token = request.headers().get(AUTHORIZATION).and_then(bearer)?;
    verifier.claims(token).ok().map(Caller)
}

fn bearer(field: &HeaderValue) -> Option<&str> {
    let (scheme, token) = field.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
