//! Bearer tokens that are JSON Web Tokens.
//!
//! [`config`] → [`prepare`]; keys come by [`rotation`] and `authority`.
//! `Authorization` → [`bearer`] → [`cache`], or [`judge`]: [`accept`] ([`trust`], [`key`]),
//! [`read`] ([`json`]) → `Principal`

mod accept;
mod algorithm;
#[cfg(feature = "authority")]
mod authority;
mod bearer;
mod cache;
mod config;
mod json;
mod judge;
mod key;
mod nested;
mod prepare;
mod read;
mod rotation;
mod scheme;
mod trust;

pub use algorithm::Algorithm;
#[cfg(feature = "authority")]
pub use authority::Authority;
pub use cache::TokenCache;
pub use config::{JwtBearer, Preset, Trusted};
pub(crate) use judge::Judge;
#[cfg(feature = "oauth")]
pub(crate) use judge::Unfit;
pub(crate) use key::{KEY_SET_ENDPOINT, KEY_SET_PATH};
pub use key::{Key, KeySet};
pub(crate) use read::{ClaimNames, RESERVED};
pub use rotation::KeyHandle;
pub(crate) use rotation::Rotation;
