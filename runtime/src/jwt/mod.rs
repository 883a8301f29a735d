//! Bearer tokens that are JSON Web Tokens.
//!
//! `Authorization` → [`bearer`] → [`cache`], or [`judge`]: [`accept`] ([`trust`], [`key`]),
//! [`read`] ([`json`]) → `Principal`

mod accept;
mod algorithm;
mod bearer;
mod cache;
mod config;
mod json;
mod judge;
mod key;
mod prepare;
mod read;
mod scheme;
mod trust;

pub use algorithm::Algorithm;
pub use cache::TokenCache;
pub use config::{Dangerous, JwtBearer};
pub(crate) use judge::Judge;
pub(crate) use key::SigningKey;
pub use key::{Key, KeySet};
pub(crate) use read::{ClaimNames, RESERVED};
