//! Bearer tokens that are JSON Web Tokens.
//!
//! `Authorization` → [`bearer`] → [`accept`] ([`json`], [`key`]) → [`read`] → `Principal`

mod accept;
mod algorithm;
mod bearer;
mod config;
mod json;
mod key;
mod prepare;
mod read;
mod scheme;

pub use algorithm::Algorithm;
pub use config::JwtBearer;
pub(crate) use key::SigningKey;
pub use key::{Key, KeySet};
pub(crate) use read::{ClaimNames, RESERVED};
pub(crate) use scheme::Judge;
