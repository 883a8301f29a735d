//! What a policy means, weighed while the program is compiled: across an endpoint, the named
//! policies that it uses and the groups that it is in.
//!
//! rules → units → columns (truth tables) → demand → clause, schemes, anonymous
//!
//! Everything here is evaluated by the compiler; a constant that panics is a compile error.
//! What one attribute shows by itself the macro has told before, and what only a set-up shows
//! is told at start-up.

mod accepted;
mod anonymous;
mod argument;
mod clause;
mod columns;
mod demand;
mod items;
mod schemes;
mod text;
mod units;

pub use anonymous::weigh_anonymous;
pub use argument::{Probe, Unprobed, weigh_argument};
pub use clause::weigh_clause;
pub use items::{weigh_group_clause, weigh_policy};
pub use schemes::{weigh_group_schemes, weigh_schemes};

#[cfg(test)]
pub(crate) mod tests;
