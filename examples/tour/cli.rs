//! What can be said on the command line.

use std::path::PathBuf;

use clap::Parser;

/// A tour of Portcullis: a server with tokens and cookies, four personas, and who may call what
#[derive(Debug, Parser)]
#[command(name = "tour", version)]
pub(crate) struct Options {
    /// The port on 127.0.0.1 where the server listens
    #[arg(long, default_value_t = 8080)]
    pub(crate) port: u16,

    /// The SQLite file with the users; made on the first start
    #[arg(long, value_name = "PATH", default_value = "tour.sqlite")]
    pub(crate) database: PathBuf,

    /// Calls everything as everybody on a server of its own, compares, and ends
    #[arg(long, conflicts_with_all = ["port", "database"])]
    pub(crate) demo: bool,
}
