//! Long campaigns against the stores of refresh tokens, over the real route.
//!
//! Each starts servers, applications and clients of its own, in processes of their own.

use std::error::Error;
use std::time::Duration;

pub use backend::Kind;
pub use campaign::{Campaign, Form, Report};

mod asker;
mod backend;
mod campaign;
mod dump;
mod faults;
mod figures;
mod http;
mod kills;
mod ledger;
mod load;
mod loot;
mod program;
mod races;
mod revocations;
mod serve;
mod sqlite;
mod track;
mod user;

/// What went wrong.
pub type Failure = Box<dyn Error + Send + Sync>;

/// What a campaign or a part of one ends with.
pub type Outcome<T = ()> = Result<T, Failure>;

/// One of the processes that campaigns start of their own program, if these are its arguments:
/// it then never returns with nothing.
///
/// # Errors
///
/// If it cannot go on.
pub fn part(arguments: &[&str]) -> Outcome<Option<()>> {
    match *arguments {
        ["serve", store, grace] => serve::serve(store, Duration::from_secs(grace.parse()?))?,
        ["ask", address] => asker::ask(address.parse()?)?,
        _ => return Ok(None),
    }
    Ok(Some(()))
}
