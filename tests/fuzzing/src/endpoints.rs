//! What is asked, one module for each target.

pub(crate) mod configured;
pub(crate) mod routed;
pub(crate) mod tokens;
