//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Login, refresh, log out: access tokens that are renewed, and revoked
#[derive(Debug, Parser)]
#[command(name = "refresh_tokens", version)]
pub(crate) struct Options {
    /// The port on 127.0.0.1 where the server listens
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,

    /// Where logins and revocations are kept
    #[arg(long, value_enum, default_value_t = Kind::Sqlite)]
    pub(crate) store: Kind,

    /// The SQLite file; made on the first start
    #[arg(long, value_name = "PATH", default_value = "refresh_tokens.sqlite")]
    pub(crate) database: PathBuf,

    /// The PostgreSQL database or the Redis server; several for the nodes of a Redis Cluster
    #[arg(long, value_name = "URL")]
    pub(crate) url: Vec<String>,

    /// A PEM file with a P-256 key to sign access tokens with; its public half is served. Without
    /// it a secret signs: that of the variable TOKEN_SIGNING_KEY, or one that ends with the
    /// process
    #[arg(long, value_name = "PATH")]
    pub(crate) key: Option<PathBuf>,

    /// For how many seconds an access token is good
    #[arg(long, default_value_t = 300)]
    pub(crate) access_seconds: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Memory,
    Sqlite,
    Postgres,
    Redis,
}
