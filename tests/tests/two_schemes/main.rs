//! Endpoints that accept a cookie or a token: whatever is sent of each, in both orders.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod endpoints;
mod lists;
mod pairs;
mod site;
