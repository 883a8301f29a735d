//! Functions of the application that map or enrich verified callers.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod answers;
mod bounds;
mod endpoints;
mod kept;
mod remembered;
mod respond;
mod served;
