//! One side of the comparison: `jsonwebtoken` as its documentation shows it.

use std::fmt::Debug;

use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::{Algorithm, DecodingKey, TokenData, Validation, decode};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::token::SECRET;

/// The claims of most programs.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Claims {
    pub(crate) sub: String,
}

/// The settings of most programs.
pub(crate) fn usual() -> Validation {
    Validation::new(Algorithm::HS256)
}

pub(crate) fn verdict<T: DeserializeOwned>(
    token: &str,
    settings: &Validation,
) -> Result<TokenData<T>> {
    portcullis_tests::choose_cryptography();
    decode(token, &DecodingKey::from_secret(SECRET), settings)
}

/// The token is accepted. Returns its claims.
#[track_caller]
pub(crate) fn accepts<T: DeserializeOwned + Debug>(token: &str, settings: &Validation) -> T {
    let verdict = verdict::<T>(token, settings);
    assert!(verdict.is_ok(), "{verdict:?}");
    verdict.unwrap().claims
}

/// The token is refused. Returns why.
#[track_caller]
pub(crate) fn refuses(token: &str, settings: &Validation) -> ErrorKind {
    verdict::<Value>(token, settings).unwrap_err().into_kind()
}
