//! Names and passwords: what is read, what is answered, and how many attempts may fail.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod answers;
mod at_once;
mod cross_site;
mod directory;
mod endpoints;
mod limits;
mod malformed;
mod set_up;
mod written;
