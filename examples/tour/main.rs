//! A tour of Portcullis: a server with tokens and cookies, four personas, and who may call what.
//!
//! - `endpoints`, `gates`, `login`, `sessions` and `admin`: who may call what, right above each handler
//! - `names` and `policies`: the names and conditions that they use
//! - `server`: the scheme, the roles, who is asked, and the App
//! - `users`, filled with `personas`: who has which roles, permissions, scopes and claims
//! - `table` and `welcome`: what the server says when it starts
//! - `demo`: everybody calls everything, over HTTP

#![expect(clippy::print_stderr, reason = "a tour speaks on the terminal")]

mod admin;
mod cli;
mod demo;
mod endpoints;
mod gates;
mod login;
mod names;
mod personas;
mod policies;
mod server;
mod sessions;
mod signing_key;
mod table;
mod users;
mod welcome;

use std::error::Error;
use std::process::ExitCode;

use clap::Parser;

use cli::Options;
use signing_key::SigningKey;
use users::Users;

#[actix_web::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = if options.demo { demo::run().await } else { serve(&options).await };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tour: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: &Options) -> Result<(), Box<dyn Error>> {
    let listener = server::listen(options.port)?;
    let key = SigningKey::choose()?;
    let users = Users::open(&options.database).await?;
    let portcullis = server::portcullis(&key, users.clone()).await?;
    welcome::print(listener.local_addr()?, &key, &portcullis, &users).await?;
    server::start(listener, portcullis, users)?.await?;
    Ok(())
}
