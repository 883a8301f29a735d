//! Where browsers are signed in and out: the same users, and a cookie instead of a token.

use actix_web::web;
use portcullis::{Error, Principal, Sessions, endpoint};

use crate::login::Login;
use crate::users::{User, Users};

#[endpoint(post = "/api/sign-in", anonymous)]
async fn sign_in(
    form: web::Json<Login>,
    users: web::Data<Users>,
    sessions: Sessions,
) -> Result<&'static str, Error> {
    let Login { username, password } = form.into_inner();
    let user = users.sign_in(&username, password).await.map_err(Error::unavailable)?;
    let user = user.ok_or(Error::invalid_credentials("The supplied credentials are invalid!"))?;
    sessions.sign_in(principal(&user)).await?;
    Ok("signed in\n")
}

#[endpoint(post = "/api/sign-out", anonymous)]
async fn sign_out(sessions: Sessions) -> Result<&'static str, Error> {
    sessions.sign_out().await?;
    Ok("signed out\n")
}

// Both ways in: a browser with its cookie, a program with its token.
#[endpoint(get = "/api/notes", post = "/api/notes", schemes("jwt", "cookie"))]
async fn notes(caller: Principal) -> String {
    format!("the notes of {}, who came by {}\n", caller.id(), caller.scheme())
}

fn principal(user: &User) -> Principal {
    let caller = user.roles.iter().fold(Principal::new(&user.id), Principal::role);
    let caller = user.permissions.iter().fold(caller, Principal::permission);
    let caller = user.scopes.iter().fold(caller, Principal::scope);
    user.claims.iter().fold(caller, |caller, (name, value)| caller.claim(name, value))
}
