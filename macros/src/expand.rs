//! From what an endpoint means to tokens. An expansion is data: no `use`, no operator, and no name
//! of ours where the user's code is resolved. Nothing is judged here.

mod about;
mod across;
mod arguments;
mod checks;
mod data;
mod endpoint;
mod fallback;
mod group;
mod handler;
mod kept;
mod policies;
mod private;
mod rule;
mod variant;
mod warning;

pub(crate) use self::endpoint::endpoint;
pub(crate) use self::fallback::fallback;
pub(crate) use self::group::{group, kept_group};
pub(crate) use self::policies::{kept_policies, policies};
pub(crate) use self::private::{Private, ours};
pub(crate) use self::rule::of_kind;

#[cfg(test)]
mod tests;
