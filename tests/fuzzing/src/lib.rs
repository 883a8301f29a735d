//! What must hold whatever comes in: one plain function for each target of fuzzing, which takes
//! bytes and panics if the promise is broken. `tests/targets.rs` drives them with generated
//! inputs, and `fuzz/` at the root of the repository with libFuzzer.
//!
//! [`header`] and [`token`] send requests and compare the answers with `definition`, which says
//! apart from the library who may enter; [`configuration`] compares start-up and decisions with a
//! definition of its own; [`routing`] compares with actix-web's patterns; [`attribute`] reads what
//! the macro writes.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "these functions are tests, and panicking is how they tell"
)]

mod attribute;
mod configuration;
mod definition;
mod endpoints;
mod header;
mod routing;
mod server;
mod signed;
mod token;

pub use attribute::attribute;
pub use configuration::configuration;
pub use header::header;
pub use routing::routing;
pub use server::tell_panics;
pub use token::token;
