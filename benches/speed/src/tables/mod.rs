//! The tables, one a file.

mod algorithms;
mod endpoints;
mod field;
mod floods;
mod grid;
mod heading;
mod instructions;
mod loopback;
mod permissions;
mod requests;
mod tokens;

pub(crate) use algorithms::algorithms;
pub(crate) use endpoints::endpoints;
pub(crate) use floods::floods;
pub(crate) use heading::heading;
pub(crate) use instructions::instructions;
pub(crate) use loopback::loopback;
pub(crate) use permissions::permissions;
pub(crate) use requests::requests;
pub(crate) use tokens::tokens;
