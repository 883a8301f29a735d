//! Checks on what a caller touches: `authorize(owns_document)`. They run after the policy and
//! before anything of the body is read.

mod check;
mod denied;
mod from_head;
mod loaded;

pub use check::{
    Asked, Asks, Check, Checked, Loads, Question, SayErrWhereYouMeanNo, Stopped, check,
};
pub use denied::Denied;
pub use from_head::FromHead;
pub use loaded::Authorized;
