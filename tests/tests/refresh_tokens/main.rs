//! Access tokens that are renewed, over a real server: what is answered, consumed and ended.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "ends the test that was wrong"
)]

mod cookie;
mod grace;
mod hooks;
mod issuers;
mod limits;
mod logins;
mod outage;
mod parallel;
mod requests;
mod rotation;
mod secrets;
mod service;
mod site;
mod startup;
