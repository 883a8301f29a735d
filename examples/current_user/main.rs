//! The FastAPI lesson "Securing Endpoints with JWT Tokens" as a running service: who is calling is
//! a user of the database.
//!
//! - `users`: the user, and how one is loaded for a token
//! - `endpoints`: reading and writing, which ask for different things
//! - `accounts`: where users and tokens come from, and where tokens end

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "speaks on the terminal")]

mod accounts;
mod endpoints;
mod password;
mod users;

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use actix_web::{App, HttpServer, web};
use clap::Parser;
use portcullis::{JwtBearer, Portcullis, Problems, Random, Revocations, SqliteStore, SystemRandom};
use sqlx::SqlitePool;

use accounts::Accounts;
use users::Fault;

/// The FastAPI lesson on JWT as a service: register, login, /users/me, logout
#[derive(Debug, Parser)]
struct Options {
    /// The port on 127.0.0.1 where the server listens
    #[arg(long, default_value_t = 8080)]
    port: u16,

    /// The SQLite file with the users; made on the first start
    #[arg(long, value_name = "PATH", default_value = "current_user.sqlite")]
    database: PathBuf,

    /// For how many seconds a token lasts that reads
    #[arg(long, default_value_t = 1800)]
    token_seconds: u64,
}

#[actix_web::main]
async fn main() -> ExitCode {
    match serve(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("current_user: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(options: &Options) -> Result<(), Fault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))
        .map_err(|error| format!("port {}: {error}; choose another with --port", options.port))?;
    let db = users::open(&options.database).await.map_err(|error| {
        format!("{}: {error}; choose another file with --database", options.database.display())
    })?;
    // What is revoked is kept beside the users: it outlives the process.
    let blacklist = Revocations::open(SqliteStore::open(&options.database).await?).await?;
    let portcullis = portcullis(&secret_key()?, db.clone(), blacklist)?;
    let accounts = Accounts::new(Duration::from_secs(options.token_seconds)).await?;
    let (accounts, db) = (web::Data::new(accounts), web::Data::new(db));
    println!("listening on http://{}", listener.local_addr()?);
    let app = move || {
        let app = App::new().app_data(accounts.clone()).app_data(db.clone());
        app.configure(portcullis.mount())
    };
    HttpServer::new(app).listen(listener)?.run().await?;
    Ok(())
}

fn portcullis(
    secret_key: &[u8],
    db: SqlitePool,
    blacklist: Revocations,
) -> Result<Portcullis, Problems> {
    let jwt = JwtBearer::hs256(secret_key).issuer("lesson").audience("lesson-api");
    // The server that reads tokens has made them: no clock of another can be behind.
    let builder = Portcullis::builder().scheme("jwt", jwt.leeway(Duration::ZERO));
    builder.users_from(db).revocations(blacklist).build()
}

/// The one of the environment, else one that lasts as long as this process.
fn secret_key() -> Result<Vec<u8>, Fault> {
    if let Some(key) = std::env::var_os("TOKEN_SIGNING_KEY") {
        return Ok(key.into_encoded_bytes());
    }
    let mut key = vec![0; 32];
    SystemRandom.fill(&mut key)?;
    Ok(key)
}
