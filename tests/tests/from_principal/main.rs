//! Types of the application that are made of the caller, and of nothing else.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod absent;
mod answers;
mod broken;
mod endpoints;
mod hostile;
mod names;
mod served;
mod types;
