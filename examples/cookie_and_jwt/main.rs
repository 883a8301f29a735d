//! A page with a sign-in form beside an API: browsers come with a cookie, programs with a token.
//!
//! - `pages`: signing in and out, and a page for whoever has signed in
//! - `api`: tokens, and who may call with which credentials
//! - `account`: the one user there is
//!
//! Sessions are in a SQLite file, so they survive a restart.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "speaks on the terminal")]

mod account;
mod api;
mod pages;

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;

use actix_web::{App, HttpServer, web};
use clap::Parser;
use portcullis::{
    CookieSession, JwtBearer, Limits, Portcullis, Random, SqliteStore, StoreError, SystemRandom,
};

use account::Account;

/// A page with a sign-in form beside an API
#[derive(Debug, Parser)]
#[command(name = "cookie_and_jwt", version)]
struct Options {
    /// The port on 127.0.0.1 where the server listens
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// The SQLite file with the sessions; made on the first start
    #[arg(long, value_name = "PATH", default_value = "cookie_and_jwt.sqlite")]
    database: PathBuf,

    /// A proxy in front ends TLS. Without it this is for development: cookies go over plain
    /// HTTP, on this machine alone
    #[arg(long)]
    behind_tls: bool,
}

#[actix_web::main]
async fn main() -> ExitCode {
    match serve(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cookie_and_jwt: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: &Options) -> Result<(), Box<dyn Error>> {
    let portcullis = portcullis(options).await.map_err(|error| error.to_string())?;
    let account = web::Data::new(Account::new().await?);
    let app = move || App::new().app_data(account.clone()).configure(portcullis.mount());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
    let port = listener.local_addr()?.port();
    let server = HttpServer::new(app).listen(listener)?;
    println!("Sign in at http://localhost:{port}/ with {}; or take a token:\n", account::WHO);
    println!("{}", api::example(port));
    Ok(server.run().await?)
}

async fn portcullis(options: &Options) -> Result<Portcullis, StoreError> {
    let sessions = CookieSession::stored(SqliteStore::open(&options.database).await?)
        .limits(Limits::aal2())
        .sign_in_page("/sign-in");
    let sessions = match options.behind_tls {
        true => sessions,
        false => sessions.dangerous().plain_http_on_localhost(),
    };
    // The tokens of this example end with the process.
    let mut key = [0; 32];
    SystemRandom.fill(&mut key)?;
    let tokens = JwtBearer::hs256(key).issuer("cookie_and_jwt").audience("api");
    Ok(Portcullis::builder().scheme("cookie", sessions).scheme("jwt", tokens).build()?)
}
