//! Tokens, sessions and users that count no more before their time.
//!
//! `server` (clock, store, requests) · `schemes` · `times` · `odd` · `outage` ·
//! `instances` · `handlers` · `races`
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod endpoints;
mod handlers;
mod instances;
mod odd;
mod outage;
mod races;
mod schemes;
mod server;
mod times;
