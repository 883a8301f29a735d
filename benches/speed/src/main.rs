//! What a guarded request costs, beside what others write.
//!
//! `job` (what is asked) → `contenders` (who does it) → `server` (in process, or on a port) →
//! `measure` (clock, steps, valgrind, wrk) → `tables` → `markdown`

mod contenders;
mod job;
mod markdown;
mod measure;
mod options;
mod server;
mod tables;

use std::process::ExitCode;

use clap::Parser;

use contenders::{Contender, IN_PROCESS};
use job::{Case, Job};
use measure::traced;
use options::{Command, Options, TableKind};
use server::Request;

fn main() -> ExitCode {
    let options = Options::parse();
    let outcome = match &options.command {
        None => run(&options),
        Some(Command::Serve { contender, workers }) => find(contender).and_then(|contender| {
            server::listen(contender, Job::PLAIN, *workers).map_err(|error| error.to_string())
        }),
        Some(Command::Requests { contender, case, served, steps }) => {
            find(contender).map(|contender| requests(contender, *case, *served, *steps))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    tables::heading();
    let rounds = options.rounds;
    actix_web::rt::System::new().block_on(async {
        if options.wants(TableKind::Requests) {
            tables::requests(rounds).await;
        }
        if options.wants(TableKind::Algorithms) {
            tables::algorithms(rounds).await;
        }
        if options.wants(TableKind::Permissions) {
            tables::permissions(rounds).await;
        }
        if options.wants(TableKind::Endpoints) {
            tables::endpoints(rounds).await;
        }
        if options.wants(TableKind::Tokens) {
            tables::tokens(rounds).await;
        }
        if options.wants(TableKind::Floods) {
            tables::floods(rounds).await;
        }
    });
    if options.wants(TableKind::Instructions) {
        tables::instructions();
    }
    if options.wants(TableKind::Loopback) {
        tables::loopback(options.loads, options.seconds);
    }
    Ok(())
}

/// Requests that are not counted: first uses and first sights.
const WARMING: usize = 32;

fn find(id: &str) -> Result<&'static Contender, String> {
    let found = IN_PROCESS.iter().find(|contender| contender.id == id);
    found.copied().ok_or_else(|| {
        let ids = IN_PROCESS.iter().map(|contender| contender.id).collect::<Vec<_>>();
        format!("there is no contender `{id}`, but {}", ids.join(", "))
    })
}

/// What is watched while its instructions and allocations are counted.
fn requests(contender: &Contender, case: Case, served: usize, steps: bool) {
    actix_web::rt::System::new().block_on(async {
        let server = server::start(contender, Job::PLAIN).await;
        let token = case.token(&Job::PLAIN.tokens());
        let request = Request::new(Job::PLAIN, contender, token.as_deref());
        let serve = async |served| {
            let _ = server.time(&vec![&request; served]).await;
        };
        serve(WARMING).await;
        match steps {
            true => traced(serve(served)).await,
            false => serve(served).await,
        }
    });
}
