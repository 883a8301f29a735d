//! The command line.

use clap::{Parser, Subcommand, ValueEnum};

use crate::job::Case;

/// Measures what a guarded request costs, and prints tables as Markdown.
#[derive(Parser)]
pub(crate) struct Options {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Only these tables, with commas between them.
    #[arg(long, value_delimiter = ',')]
    only: Vec<TableKind>,
    /// Rounds in process, in each of which every contender serves 16 requests.
    #[arg(long, default_value_t = 501)]
    pub(crate) rounds: usize,
    /// Rounds over loopback.
    #[arg(long, default_value_t = 3)]
    pub(crate) loads: usize,
    /// How long a round over loopback lasts.
    #[arg(long, default_value_t = 3)]
    pub(crate) seconds: u64,
}

/// What the tool starts itself as, in processes of their own.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serves as a contender; prints the port first.
    Serve {
        contender: String,
        #[arg(long, default_value_t = 1)]
        workers: usize,
    },
    /// Serves so many requests without a socket. With `--steps` it stops before and after.
    Requests {
        contender: String,
        case: Case,
        served: usize,
        #[arg(long)]
        steps: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableKind {
    Requests,
    Algorithms,
    Permissions,
    Endpoints,
    Tokens,
    Floods,
    Instructions,
    Loopback,
}

impl Options {
    pub(crate) fn wants(&self, table: TableKind) -> bool {
        self.only.is_empty() || self.only.contains(&table)
    }
}
