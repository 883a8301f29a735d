//! What administrators do about the logins of others: a device was lost, or a user has left. The
//! access tokens of a login end with it, at once: the set-up has revocations.

use actix_web::{HttpResponse, Responder, web};
use portcullis::{Error, Logins, endpoint, group};

use crate::policies::{SessionKeepers, SessionReaders};

group!(
    /// The logins of a user.
    SESSIONS = "/api/admin/users/{user}/sessions", tags("admin")
);

#[endpoint(get = "", group = SESSIONS, policies(SessionReaders))]
async fn sessions(user: web::Path<String>, logins: Logins) -> Result<impl Responder, Error> {
    let user = logins.user(user.into_inner())?;
    Ok(web::Json(logins.list(&user).await?))
}

#[endpoint(delete = "/{sid}", group = SESSIONS, policies(SessionKeepers))]
async fn end_session(
    path: web::Path<(String, String)>,
    logins: Logins,
) -> Result<impl Responder, Error> {
    let (user, sid) = path.into_inner();
    let ended = logins.end(&logins.user(user)?, &sid).await?;
    Ok(if ended { HttpResponse::NoContent() } else { HttpResponse::NotFound() })
}

#[endpoint(delete = "", group = SESSIONS, policies(SessionKeepers))]
async fn end_sessions(user: web::Path<String>, logins: Logins) -> Result<impl Responder, Error> {
    let ended = logins.end_all(&logins.user(user.into_inner())?).await?;
    Ok(format!("{ended} ended\n"))
}
