//! What OAuth clients read about this server (RFC 8414).
//!
//! `config` → `prepare` (checked against the routes) → `endpoint`; `issuer` is what all URLs
//! begin with

mod config;
mod endpoint;
mod issuer;
mod prepare;

pub use config::AuthorizationServer;
pub(crate) use endpoint::ENDPOINT as METADATA_ENDPOINT;
pub(crate) use prepare::{Publishing, Signer};
