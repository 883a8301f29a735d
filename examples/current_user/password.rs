//! Passwords as argon2id hashes (RFC 9106). Slow on purpose, hence not on the threads that serve.

use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};

use crate::users::Fault;

pub(crate) async fn hash(password: String) -> Result<String, Fault> {
    let hash = move || Argon2::default().hash_password(password.as_bytes());
    Ok(web::block(hash).await??.to_string())
}

pub(crate) async fn matches(password: String, hash: String) -> Result<bool, Fault> {
    let verify = move || Argon2::default().verify_password(password.as_bytes(), hash.as_str());
    match web::block(verify).await? {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
