//! Tokens, sessions and users that count no more before their time.
//!
//! `application` (store, schemes) · `server` (clock, requests) · `schemes` · `times` · `odd` · `signatures` · `outage` ·
//! `instances` · `handlers` · `logins` · `renewals` · `races`
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod application;
mod endpoints;
mod handlers;
mod instances;
mod logins;
mod odd;
mod outage;
mod races;
mod renewals;
mod schemes;
mod server;
mod signatures;
mod times;
