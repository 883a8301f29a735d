//! The application's own user as an argument of handlers.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod answers;
mod checked;
mod endpoints;
mod optional;
mod served;
mod set_up;
mod shared;
mod users;
