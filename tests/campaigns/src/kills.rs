//! `kill -9` of the application, or of the store, while clients are busy.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::backend::Backend;
use crate::figures::Figures;
use crate::ledger::Ledger;
use crate::program::Application;
use crate::{Outcome, load};

/// Who is killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Victim {
    Application,
    Store,
}

/// How often, and with which grace window of the application.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) kills: u32,
    pub(crate) grace: Duration,
}

/// Kills, brings back, and waits for the clients to go on.
pub(crate) fn run(
    program: &Path,
    backend: &mut Backend,
    victim: Victim,
    plan: Plan,
    figures: &mut Figures,
) -> Outcome {
    let start = || Application::start(program, &backend.url(), plan.grace.as_secs());
    let mut application = start()?;
    let ledger = Ledger::new(application.address);
    let outcome = thread::scope(|scope| {
        for client in 0..CLIENTS {
            let ledger = &ledger;
            scope.spawn(move || load::client(ledger, &format!("client-{client}"), plan.grace));
        }
        scope.spawn(|| load::thief(&ledger, plan.grace));
        let outcome = (0..plan.kills).try_for_each(|kill| {
            wait_for_load(&ledger, kill)?;
            let back = strike(program, backend, victim, plan, &mut application, &ledger)?;
            wait_for_load(&ledger, 0)?;
            figures.count("kills", 1);
            figures.measure("back to work", back.elapsed());
            load::revisit(&ledger);
            no_complaints(&ledger)
        });
        let outcome = outcome.and_then(|()| wait_for_thief(&ledger, plan));
        ledger.end();
        outcome
    });
    figures.count("acknowledged", Ledger::read(&ledger.acknowledged));
    figures.count("unknown", Ledger::read(&ledger.unknown));
    figures.count("unknown and too late", Ledger::read(&ledger.too_late));
    figures.count("dead tokens refused", Ledger::read(&ledger.dead));
    outcome?;
    no_complaints(&ledger)
}

/// Kills the victim, and brings it back. When it was back.
fn strike(
    program: &Path,
    backend: &mut Backend,
    victim: Victim,
    plan: Plan,
    application: &mut Application,
    ledger: &Ledger,
) -> Outcome<Instant> {
    match victim {
        Victim::Application => {
            application.program.kill()?;
            *application = Application::start(program, &backend.url(), plan.grace.as_secs())?;
            ledger.moved(application.address);
        }
        Victim::Store => {
            backend.kill()?;
            backend.restart()?;
        }
    }
    Ok(Instant::now())
}

/// Waits for some more acknowledged answers; a few more or less each time, so that kills meet
/// every step of a request.
fn wait_for_load(ledger: &Ledger, round: u32) -> Outcome {
    let enough = Ledger::read(&ledger.acknowledged) + 10 + u64::from(round * 7 % 50);
    let start = Instant::now();
    while Ledger::read(&ledger.acknowledged) < enough {
        no_complaints(ledger)?;
        if start.elapsed() > LIMIT {
            return Err(format!("the clients are not served again within {LIMIT:?}").into());
        }
        thread::sleep(Duration::from_micros(u64::from(500 + round * 37 % 1000)));
    }
    Ok(())
}

/// Until enough of what was consumed has been tried.
fn wait_for_thief(ledger: &Ledger, plan: Plan) -> Outcome {
    let start = Instant::now();
    while Ledger::read(&ledger.dead) < u64::from(plan.kills) * 10 {
        no_complaints(ledger)?;
        if start.elapsed() > LIMIT {
            return Err("too few dead tokens were tried".into());
        }
        thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

fn no_complaints(ledger: &Ledger) -> Outcome {
    match ledger.complaints().as_slice() {
        [] => Ok(()),
        some => Err(some.join("; ").into()),
    }
}

/// As many as keep two processors busy.
const CLIENTS: usize = 8;

/// For a busy machine.
const LIMIT: Duration = Duration::from_secs(60);
