//! How it is measured: on the clock, by valgrind, and over loopback.

mod child;
mod load;
mod memory;
mod rounds;
mod samples;
mod valgrind;

pub(crate) use child::Child;
pub(crate) use load::{CONNECTIONS, Load, Measured};
pub(crate) use memory::resident_bytes;
pub(crate) use rounds::{BATCH, Runner, interleaved};
pub(crate) use samples::Samples;
pub(crate) use valgrind::{Counts, Valgrind};
