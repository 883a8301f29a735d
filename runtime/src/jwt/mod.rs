//! Bearer tokens that are JSON Web Tokens.
//!
//! `Authorization` → [`bearer`] → [`accept`] ([`json`], [`key`]) → [`read`] → `Principal`

mod accept;
mod bearer;
mod config;
mod json;
mod key;
mod read;
mod scheme;

pub use config::{Dangerous, JwtBearer};
pub(crate) use key::SigningKey;
pub(crate) use read::ClaimNames;
