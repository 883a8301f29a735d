//! Which path leads where, whatever order it was written in: the more specific pattern wins.
//!
//! [`pattern`] text → segments · [`compare`] which of two is more specific · [`witness`] a path
//! that both match · [`tree`] path → pattern

mod compare;
mod conflict;
mod pattern;
mod tree;
mod witness;

pub(crate) use conflict::conflicts;
pub(crate) use pattern::Pattern;
pub(crate) use tree::Tree;
