//! API keys: what they look like, whom they let in, and how their lives end.

mod carried;
mod endpoints;
mod forged;
mod last_used;
mod life;
mod rights;
mod server;
mod set_up;
mod watched;
