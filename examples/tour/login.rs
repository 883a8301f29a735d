//! Where tokens come from. What is in them comes from the database, never from the client.

use std::time::Duration;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{Responder, web};
use portcullis::{Error, Tokens, endpoint};
use serde::{Deserialize, Serialize};

use crate::users::{User, Users};

const DAY: Duration = Duration::from_secs(24 * 3600);

#[derive(Deserialize, Serialize)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) password: String,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Signed {
    pub(crate) token: String,
}

#[endpoint(post = "/api/login", anonymous)]
async fn login(
    form: web::Json<Login>,
    users: web::Data<Users>,
    tokens: Tokens,
) -> Result<impl Responder, Error> {
    let Login { username, password } = form.into_inner();
    let user = users.sign_in(&username, password).await.map_err(Error::unavailable)?;
    let user = user.ok_or(Error::invalid_credentials("The supplied credentials are invalid!"))?;
    let signed = web::Json(Signed { token: token(&tokens, &user)? });
    // A token is for the one who signed in, not for a cache on the way (RFC 6749 §5.1).
    Ok(signed.customize().insert_header((CACHE_CONTROL, "no-store")))
}

pub(crate) fn token(tokens: &Tokens, user: &User) -> Result<String, Error> {
    let token = tokens
        .subject(&user.id)
        .roles(&user.roles)
        .permissions(&user.permissions)
        .scopes(&user.scopes)
        .expires_in(DAY);
    token.claims(user.claims.iter().cloned()).sign()
}
