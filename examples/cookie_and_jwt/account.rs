//! The one user there is. An application has a database of them.

use std::error::Error;

use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::{self, PasswordHasher, PasswordVerifier};
use portcullis::Principal;
use serde::Deserialize;

const NAME: &str = "ada";
const PASSWORD: &str = "analytical-engine";

/// Told at the start, since there is nothing to protect.
pub(crate) const WHO: &str = "ada and analytical-engine";

pub(crate) struct Account {
    password_hash: String,
}

/// What a user types.
#[derive(Deserialize)]
pub(crate) struct Login {
    name: String,
    password: String,
}

impl Account {
    pub(crate) async fn new() -> Result<Self, Box<dyn Error>> {
        let hash = web::block(|| Argon2::default().hash_password(PASSWORD.as_bytes())).await??;
        Ok(Self { password_hash: hash.to_string() })
    }

    /// Whoever has typed this; 401 where the password is another one. Slow on purpose, hence not
    /// on the threads that serve.
    pub(crate) async fn check(&self, login: Login) -> Result<Principal, portcullis::Error> {
        let hash = self.password_hash.clone();
        let verify = move || {
            let same = Argon2::default().verify_password(login.password.as_bytes(), hash.as_str());
            (login.name, same)
        };
        match web::block(verify).await.map_err(portcullis::Error::failed)? {
            (name, Ok(())) if name == NAME => Ok(Principal::new(name).role("Author")),
            (_, Ok(()) | Err(password_hash::Error::PasswordInvalid)) => {
                Err(portcullis::Error::invalid_credentials("wrong name or password"))
            }
            (_, Err(error)) => Err(portcullis::Error::failed(error.to_string())),
        }
    }
}
