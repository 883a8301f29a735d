//! What a caller who does not enter is told.

mod denial;
mod problem_json;
mod render;

pub use denial::{Cause, Denial};
pub(crate) use problem_json::problem;
pub(crate) use render::Answers;
