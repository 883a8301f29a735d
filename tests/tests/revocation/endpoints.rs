//! What is asked for.

use actix_web::web;
use portcullis::{Error, Principal, Revocations, Sessions, UserId, endpoint};

#[endpoint(
    get = "/me",
    schemes("jwt", "sealed", "stored", "key", "basic", "own", "own-too", "changed", "brief")
)]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(
    get = "/open",
    anonymous,
    schemes("jwt", "sealed", "stored", "key", "basic", "own", "own-too", "changed")
)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}

#[endpoint(post = "/sign-in/{scheme}", anonymous)]
async fn sign_in(scheme: web::Path<String>, sessions: Sessions) -> Result<&'static str, Error> {
    sessions.scheme(scheme.into_inner()).sign_in(Principal::new("ada").claim("jti", "1")).await?;
    Ok("welcome")
}

#[endpoint(post = "/leave", schemes("jwt", "brief"))]
async fn leave(caller: Principal, revocations: Revocations) -> Result<&'static str, Error> {
    revocations.revoke_token_of(&caller).await?;
    Ok("good-bye")
}

#[endpoint(post = "/leave-session", schemes("jwt", "sealed", "stored"))]
async fn leave_session(caller: Principal, revocations: Revocations) -> Result<&'static str, Error> {
    revocations.revoke_session_of(&caller, caller.expires_at()).await?;
    Ok("good-bye")
}

#[endpoint(post = "/leave-everywhere", schemes("jwt"))]
async fn leave_everywhere(caller: Principal, all: Revocations) -> Result<&'static str, Error> {
    all.revoke_user(&UserId::of(&caller)).await?;
    Ok("good-bye")
}

#[endpoint(get = "/signed", schemes("es256"))]
async fn signed() -> &'static str {
    "signed"
}
