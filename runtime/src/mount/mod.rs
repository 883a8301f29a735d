//! Endpoints as services of an actix `App`: all of them (`mount`), or one by one (`install`
//! and `App::service`).

mod areas;
mod by_hand;
mod crossing;
mod installed;
mod mounted;
mod noted;
mod wrap;

pub(crate) use areas::Areas;
pub use by_hand::mount_by_hand;
pub(crate) use crossing::Lane;
pub(crate) use installed::Install;
pub(crate) use mounted::Mounted;
pub use wrap::{Wrapped, wrap};
