//! User names and passwords in `Authorization: Basic` (RFC 7617).
//!
//! `Authorization` → [`credentials`] → [`throttle`] → [`check`], the application's → `Principal`

mod check;
mod config;
mod credentials;
mod password;
mod scheme;
mod throttle;

pub use check::{CheckingPassword, PasswordCheck};
pub use config::HttpBasic;
pub use password::Password;
pub use throttle::Throttle;
