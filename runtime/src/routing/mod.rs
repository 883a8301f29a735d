//! Which path leads where, whatever order it was written in: the more specific pattern wins.
//!
//! [`expression`] text → what actix makes of it · [`pattern`] text → segments · [`compare`] which
//! of two is more specific · [`common`] a path that both match · [`tree`] path → pattern

mod common;
mod compare;
mod conflict;
mod expression;
mod pattern;
mod tree;

pub(crate) use conflict::conflicts;
pub(crate) use expression::expression;
pub(crate) use pattern::Pattern;
pub(crate) use tree::Tree;
