//! Access tokens that are renewed: a sign-in begins a family of refresh tokens, of which one at
//! a time is good for the next access token.
//!
//! request → `parameters` (what was sent) → `token` (a family and a secret) → `standing` (pure:
//! current, spent a moment ago, or used again) → `renew` (hooks, and the rotation as the last
//! step) → `response`

mod browser;
mod config;
mod endpoint;
mod extract;
mod families;
mod hooks;
mod issue;
mod log_out;
mod login;
mod logins;
mod not_issued;
mod parameters;
mod prepare;
mod privileges;
mod refusal;
mod renew;
mod renewal;
mod response;
#[cfg(feature = "revocation")]
mod revoked;
mod service;
mod spans;
mod standing;
mod token;

pub(crate) use browser::Pending;
pub use config::RefreshTokens;
pub(crate) use endpoint::ENDPOINT as REFRESH_ENDPOINT;
pub(crate) use families::Families;
pub use login::Login;
pub use logins::Logins;
pub use not_issued::NotIssued;
pub(crate) use prepare::Signing;
pub use privileges::UserPrivileges;
pub use renewal::Renewal;
pub use response::TokenResponse;
pub use service::RefreshTokenService;
