//! What programs call.

use std::time::Duration;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{Responder, web};
use portcullis::{Error, Principal, Tokens, endpoint};

use crate::account::{Account, Login};

const HOUR: Duration = Duration::from_secs(3600);

#[endpoint(post = "/api/token", anonymous)]
async fn token(
    login: web::Json<Login>,
    account: web::Data<Account>,
    tokens: Tokens,
) -> Result<impl Responder, Error> {
    let user = account.check(login.into_inner()).await?;
    let token = tokens.scheme("jwt").subject(user.id()).roles(user.roles());
    let signed = token.expires_in(HOUR).sign()?;
    Ok(signed.customize().insert_header((CACHE_CONTROL, "no-store")))
}

// Only with a token: no page of any site makes a browser call it.
#[endpoint(get = "/api/profile", schemes("jwt"))]
async fn profile(caller: Principal) -> String {
    format!("{}, by {}\n", caller.id(), caller.scheme())
}

// With the cookie of the page, or with a token. If both are sent, the cookie decides.
#[endpoint(get = "/api/notes", post = "/api/notes", schemes("cookie", "jwt"), roles("Author"))]
async fn notes(caller: Principal) -> String {
    format!("the notes of {}, by {}\n", caller.id(), caller.scheme())
}

/// What to type in a terminal.
pub(crate) fn example(port: u16) -> String {
    let base = format!("http://localhost:{port}/api");
    format!(
        "token=$(curl -s {base}/token --json '{{\"name\":\"ada\",\"password\":\"analytical-engine\"}}')\n\
         curl {base}/profile -H \"Authorization: Bearer $token\"\n\
         curl {base}/notes -H \"Authorization: Bearer $token\"\n"
    )
}
