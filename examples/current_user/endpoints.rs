//! What a user may do. Reading and writing ask for different things: see `accounts` for where the
//! scope comes from.

use actix_web::{HttpResponse, Responder, web};
use portcullis::{CurrentUser, Error, endpoint};
use serde::Deserialize;
use sqlx::SqlitePool;

use crate::users::User;

#[derive(Deserialize)]
struct Change {
    name: String,
}

#[endpoint(get = "/users/me")]
async fn read_user_me(current_user: CurrentUser<User>) -> impl Responder {
    web::Json(current_user)
}

// The lesson's assignment: an endpoint that modifies data. A token that was stolen while somebody
// was reading does not get here.
#[endpoint(put = "/users/me", scopes("write"))]
async fn update_user_me(
    current_user: CurrentUser<User>,
    change: web::Json<Change>,
    db: web::Data<SqlitePool>,
) -> Result<impl Responder, Error> {
    let sql = "UPDATE users SET name = ? WHERE id = ?";
    let update = sqlx::query(sql).bind(&change.name).bind(&current_user.id);
    update.execute(&**db).await.map_err(Error::unavailable)?;
    Ok(HttpResponse::NoContent())
}

#[endpoint(delete = "/users/me", scopes("write"))]
async fn delete_user_me(
    current_user: CurrentUser<User>,
    db: web::Data<SqlitePool>,
) -> Result<impl Responder, Error> {
    let delete = sqlx::query("DELETE FROM users WHERE id = ?").bind(&current_user.id);
    delete.execute(&**db).await.map_err(Error::unavailable)?;
    Ok(HttpResponse::NoContent())
}
