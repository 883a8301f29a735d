//! Roles and permissions from the application's database, added to verified callers.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod added;
mod age;
mod database;
mod endpoints;
mod failures;
mod flight;
mod memory;
mod scripted;
mod served;
