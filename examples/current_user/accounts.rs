//! Where users and tokens come from.

use std::time::Duration;

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, Responder, web};
use portcullis::{Error, Principal, Revocations, Tokens, endpoint};
use serde::{Deserialize, Serialize};
use sqlx::SqlitePool;

use crate::password;
use crate::users::Fault;

/// Who may write has signed in a moment ago.
const WRITING: Duration = Duration::from_secs(300);

pub(crate) struct Accounts {
    reading: Duration,
    /// The hash that a password is compared with where there is no user.
    decoy: String,
}

#[derive(Deserialize)]
struct Registration {
    email: String,
    name: String,
    password: String,
}

#[derive(Deserialize)]
struct Login {
    email: String,
    password: String,
    /// Whether the token shall do more than read.
    #[serde(default)]
    write: bool,
}

#[derive(Serialize)]
struct Signed {
    access_token: String,
    token_type: &'static str,
    expires_in: u64,
}

impl Accounts {
    /// With tokens for reading that last this long.
    pub(crate) async fn new(reading: Duration) -> Result<Self, Fault> {
        Ok(Self { reading, decoy: password::hash("decoy".to_owned()).await? })
    }

    /// The id of the user with this email and password. An email that nobody has takes as long
    /// as a wrong password.
    async fn sign_in(&self, db: &SqlitePool, form: &Login) -> Result<Option<String>, Fault> {
        let sql = "SELECT id, password_hash FROM users WHERE email = ? AND NOT disabled";
        let row = sqlx::query_as(sql).bind(&form.email).fetch_optional(db).await?;
        let (id, hash): (Option<String>, String) =
            row.map_or((None, self.decoy.clone()), |(id, hash)| (Some(id), hash));
        let right = password::matches(form.password.clone(), hash).await?;
        Ok(id.filter(|_| right))
    }
}

#[endpoint(post = "/register", anonymous)]
async fn register(
    form: web::Json<Registration>,
    db: web::Data<SqlitePool>,
) -> Result<HttpResponse, Error> {
    let Registration { email, name, password } = form.into_inner();
    if !email.contains('@') || password.chars().count() < 12 {
        let message = "an email has an @, and a password at least 12 characters";
        return Ok(HttpResponse::UnprocessableEntity().body(message));
    }
    let hash = password::hash(password).await.map_err(Error::failed)?;
    let sql =
        "INSERT INTO users (email, name, password_hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    let insert = sqlx::query(sql).bind(email).bind(name).bind(hash);
    let done = insert.execute(&**db).await.map_err(Error::unavailable)?;
    Ok(match done.rows_affected() {
        0 => HttpResponse::Conflict().body("this email is registered"),
        _ => HttpResponse::Created().finish(),
    })
}

#[endpoint(post = "/login", anonymous)]
async fn login(
    form: web::Json<Login>,
    accounts: web::Data<Accounts>,
    db: web::Data<SqlitePool>,
    tokens: Tokens,
) -> Result<impl Responder, Error> {
    let user = accounts.sign_in(&db, &form).await.map_err(Error::unavailable)?;
    let user = user.ok_or(Error::invalid_credentials("The supplied credentials are invalid!"))?;
    let (scopes, lifetime) =
        if form.write { (&["write"][..], WRITING) } else { (&[][..], accounts.reading) };
    let token = tokens.subject(user).scopes(scopes.iter().copied()).expires_in(lifetime);
    let signed = Signed {
        access_token: token.sign()?,
        token_type: "Bearer",
        expires_in: lifetime.as_secs(),
    };
    // A token is for the one who signed in, not for a cache on the way (RFC 6749 §5.1).
    Ok(web::Json(signed).customize().insert_header((CACHE_CONTROL, "no-store")))
}

// The lesson's server-side blacklist: the token that was sent is worth nothing from now on, though
// it has not expired.
#[endpoint(post = "/logout")]
async fn logout(caller: Principal, blacklist: Revocations) -> Result<impl Responder, Error> {
    blacklist.revoke_token_of(&caller).await?;
    Ok(HttpResponse::NoContent())
}
