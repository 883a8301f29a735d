//! Sessions of browsers, in a cookie.
//!
//! `Cookie` → `header` (our one value) → `keeper` (sealed in it, or found in a store) →
//! `lifetime` (is it over, is it to be renewed) → `contents` (whose it is)

mod config;
mod contents;
mod keeper;
mod lifetime;
mod limits;
mod localhost;
mod pending;
mod prepare;
mod ring;
mod scheme;
mod sessions;
mod ticket;

pub use config::CookieSession;
pub(crate) use keeper::Keeper;
pub use limits::Limits;
pub(crate) use pending::Pending;
pub use sessions::Sessions;
