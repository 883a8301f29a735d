//! How it is measured: on the clock, instruction by instruction, by valgrind, and over loopback.

mod child;
mod load;
mod rounds;
mod samples;
mod steps;
mod valgrind;

pub(crate) use child::Child;
pub(crate) use load::{CONNECTIONS, Load, Measured};
pub(crate) use rounds::{BATCH, Runner, interleaved};
pub(crate) use samples::Samples;
pub(crate) use steps::{instructions as instructions_of, traced};
pub(crate) use valgrind::{Allocated, Valgrind};
