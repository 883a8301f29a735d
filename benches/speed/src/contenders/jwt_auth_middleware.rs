//! `actix-jwt-auth-middleware`, which verifies with `jwt-compact`. It looks at `exp` only, so
//! issuer and audience are compared in the handler. Of `Authorization` it takes the word `Bearer`
//! for a part of the token, so that no token holds: a header of its own carries it.

use std::future::{Ready, ready};
use std::sync::Arc;

use actix_jwt_auth_middleware::{AuthenticationService, Authority};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use jwt_compact::TimeOptions;
use jwt_compact::alg::{Hs256, Hs256Key};
use serde::{Deserialize, Serialize};

use super::Routes;
use crate::job::{AUDIENCE, Claims, Denied, HELLO, ISSUER, Job, PATH, SECRET};

pub(super) const HEADER: &str = "access_token";

pub(super) fn routes(_: Job) -> Routes {
    Arc::new(|config| {
        let authority = Authority::<Checked, Hs256, _, _>::new()
            .refresh_authorizer(async || Ok(()))
            .renew_access_token_automatically(false)
            .enable_cookie_tokens(false)
            .enable_header_tokens(true)
            .access_token_name(HEADER)
            .algorithm(Hs256)
            .time_options(TimeOptions::default())
            .verifying_key(Hs256Key::new(SECRET))
            .build()
            .expect("nothing is missing");
        let resource = web::resource(PATH).wrap(AuthenticationService::new(authority));
        config.service(resource.route(web::get().to(restricted)));
    })
}

async fn restricted(caller: Checked) -> Result<&'static str, Denied> {
    if caller.iss != ISSUER || caller.aud != AUDIENCE {
        return Err(Denied::Unauthorized);
    }
    caller.claims.may_enter()?;
    Ok(HELLO)
}

#[derive(Clone, Deserialize, Serialize)]
struct Checked {
    iss: String,
    aud: String,
    #[serde(flatten)]
    claims: Claims,
}

/// As the crate's own derive macro does it.
impl FromRequest for Checked {
    type Error = Denied;
    type Future = Ready<Result<Self, Denied>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or(Denied::Unauthorized))
    }
}
