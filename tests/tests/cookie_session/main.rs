//! Sessions of browsers in a cookie: what is set, what is accepted, and until when.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

mod attributes;
mod browser;
mod changed;
mod concurrency;
mod csrf;
mod denied;
mod endpoints;
mod lifetime;
mod localhost;
mod principal;
mod refused;
mod renewal;
mod rotation;
mod sign_in;
mod sign_out;
mod site;
mod size;
mod startup;
mod store;
mod swapped;
