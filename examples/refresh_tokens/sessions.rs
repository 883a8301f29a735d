//! The logins of whoever is calling: which there are, and how they end. With a login its access
//! tokens end, too: the set-up has revocations.

use actix_web::{HttpResponse, Responder, web};
use portcullis::{Error, Logins, Principal, UserId, endpoint};

#[endpoint(get = "/api/sessions")]
async fn sessions(caller: Principal, logins: Logins) -> Result<impl Responder, Error> {
    Ok(web::Json(logins.list(&UserId::of(&caller)).await?))
}

#[endpoint(delete = "/api/sessions/{sid}")]
async fn end_session(
    caller: Principal,
    sid: web::Path<String>,
    logins: Logins,
) -> Result<impl Responder, Error> {
    // Of nobody else's: the user is part of the question.
    Ok(match logins.end(&UserId::of(&caller), &sid).await? {
        true => HttpResponse::NoContent(),
        false => HttpResponse::NotFound(),
    })
}

#[endpoint(post = "/api/log-out")]
async fn log_out(caller: Principal, logins: Logins) -> Result<impl Responder, Error> {
    logins.log_out(&caller).await?;
    Ok(HttpResponse::NoContent())
}

#[endpoint(post = "/api/log-out-everywhere")]
async fn log_out_everywhere(caller: Principal, logins: Logins) -> Result<impl Responder, Error> {
    logins.end_all(&UserId::of(&caller)).await?;
    Ok(HttpResponse::NoContent())
}
