//! Access tokens that last minutes, and refresh tokens that go on for them: FastEndpoints' page
//! "JWT Refresh Tokens" as a running service, with what OAuth clients expect around it.
//!
//! - `login`: step 1, where a pair of tokens comes from
//! - `token_service`: step 2, what renewed tokens say
//! - `sessions`: the logins of a user, and how they end
//! - `department`: what an access token opens
//! - `oauth`: revocation and introspection
//! - `set_up` over one of the stores of `store`
//!
//! Logins and revocations are in a SQLite file unless told otherwise, so they survive a restart.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "speaks on the terminal")]

mod cli;
mod department;
mod login;
mod oauth;
mod people;
mod sessions;
mod set_up;
mod store;
mod token_service;
mod welcome;

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;

use actix_web::{App, HttpServer, web};
use clap::Parser;

use cli::Options;
use people::People;
use set_up::SetUp;

/// Neither a yes nor a no.
type Fault = Box<dyn Error + Send + Sync>;

#[actix_web::main]
async fn main() -> ExitCode {
    match serve(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("refresh_tokens: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: &Options) -> Result<(), Fault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .map_err(|error| format!("port {}: {error}; choose another with --port", options.port))?;
    let address = listener.local_addr()?;
    let people = Arc::new(People::new().await?);
    let set_up = SetUp { options, issuer: format!("http://{address}"), people: people.clone() };
    let portcullis = store::open(set_up).await?;
    welcome::print(address);
    let people = web::Data::from(people);
    let app = move || App::new().app_data(people.clone()).configure(portcullis.mount());
    HttpServer::new(app).listen(listener)?.run().await?;
    Ok(())
}
