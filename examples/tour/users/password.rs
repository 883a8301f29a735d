//! Passwords as argon2id hashes (RFC 9106). Slow on purpose, hence not on the threads that serve.

use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::{Error, PasswordHasher, PasswordVerifier};

use super::Fault;

pub(super) async fn hash(password: &'static str) -> Result<String, Fault> {
    let hash = web::block(|| Argon2::default().hash_password(password.as_bytes())).await??;
    Ok(hash.to_string())
}

pub(super) async fn matches(password: String, hash: String) -> Result<bool, Fault> {
    let verify = move || Argon2::default().verify_password(password.as_bytes(), hash.as_str());
    match web::block(verify).await? {
        Ok(()) => Ok(true),
        Err(Error::PasswordInvalid) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
