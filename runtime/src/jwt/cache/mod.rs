//! Verified tokens, so that the same token is not verified on every request.
//!
//! [`config`] how large · [`token`] a token as a key · [`store`] what is kept, and when it is good

mod config;
mod store;
mod token;

pub use config::TokenCache;
pub(super) use store::VerifiedTokens;
