//! Endpoints as services of an actix `App`: all of them (`mount`), or one by one (`install`
//! and `App::service`).

mod by_hand;
mod crossing;
mod installed;
mod resource;
mod wrap;

pub use by_hand::mount_by_hand;
pub(crate) use installed::Install;
pub(crate) use resource::resources;
pub use wrap::{Wrapped, wrap};
