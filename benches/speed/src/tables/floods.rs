//! What one honest caller pays while others flood the server.

use std::rc::Rc;

use super::field::runner;
use crate::contenders::{Contender, HAND_WRITTEN, LIMIT_WARM, PORTCULLIS, PORTCULLIS_WARM};
use crate::job::{Case, Job};
use crate::markdown::{Table, ratio, whole};
use crate::measure::{BATCH, Runner, Samples};
use crate::server::{Request, of_callers};

/// Requests of a flood before anything is measured; none of it comes twice.
const BEFORE: usize = 100_000;
/// … and before each batch of the honest caller.
const BETWEEN: usize = 64;

/// A contender under a flood.
struct Flooded {
    honest: Runner,
    /// None: it is quiet.
    flood: Option<Rc<Vec<Request>>>,
    next: usize,
    honest_samples: Vec<f64>,
    flood_samples: Vec<f64>,
}

pub(crate) async fn floods(rounds: usize) {
    let issuer = Job::PLAIN.tokens();
    let strangers = 2..BEFORE + rounds * BETWEEN + 2;
    let valid = of_callers(strangers.clone().map(|number| issuer.honest(number)));
    let forged = of_callers(strangers.map(|number| issuer.forged(number)));
    let mut table = Table::new([
        "honest caller, quiet, ns",
        "… among distinct valid tokens",
        "a valid token, ns",
        "… among forged tokens",
        "a forged token, ns",
    ]);
    for contender in [&HAND_WRITTEN, &LIMIT_WARM, &PORTCULLIS, &PORTCULLIS_WARM] {
        table.row(contender.title, row(contender, [&valid, &forged], rounds).await);
    }
    table.print("One honest caller, and a flood of requests: ns (× quiet)");
}

/// Quiet and flooded servers, interleaved.
async fn row(
    contender: &'static Contender,
    floods: [&Rc<Vec<Request>>; 2],
    rounds: usize,
) -> Vec<String> {
    let mut quiet = Flooded::new(contender, None).await;
    let mut flooded = Vec::new();
    for flood in floods {
        flooded.push(Flooded::new(contender, Some(Rc::clone(flood))).await);
    }
    for _ in 0..rounds {
        quiet.round().await;
        for flooded in &mut flooded {
            flooded.round().await;
        }
    }
    let (quiet, _) = quiet.samples();
    let mut cells = vec![whole(quiet.median())];
    for (honest, flood) in flooded.into_iter().map(Flooded::samples) {
        cells.push(format!("{} (**{}**)", whole(honest.median()), ratio(honest.ratio_to(&quiet))));
        cells.push(whole(flood.median()));
    }
    cells
}

impl Flooded {
    async fn new(contender: &'static Contender, flood: Option<Rc<Vec<Request>>>) -> Self {
        let token = Job::PLAIN.tokens().honest(1);
        let request = Rc::new(vec![Request::new(Job::PLAIN, contender, Some(&token))]);
        let honest = runner(contender, Job::PLAIN, Case::Allow, request).await;
        let honest = honest.expect("whoever is in this table does the job");
        send_all(&honest, flood.as_deref()).await;
        let (honest_samples, flood_samples) = (Vec::new(), Vec::new());
        Self { honest, flood, next: BEFORE, honest_samples, flood_samples }
    }

    /// A part of the flood, then the honest caller.
    async fn round(&mut self) {
        if let Some(flood) = &self.flood {
            let part = (0..BETWEEN).map(|at| &flood[self.next + at]).collect::<Vec<_>>();
            let time = self.honest.server.time(&part).await;
            self.flood_samples.push(time.as_secs_f64() * 1e9 / BETWEEN as f64);
            self.next += BETWEEN;
        }
        self.honest_samples.push(self.honest.batch(BATCH).await);
    }

    fn samples(self) -> (Samples, Samples) {
        (Samples::new(self.honest_samples), Samples::new(self.flood_samples))
    }
}

/// What comes before anything is measured.
async fn send_all(runner: &Runner, flood: Option<&Vec<Request>>) {
    for chunk in flood.into_iter().flat_map(|flood| flood[..BEFORE].chunks(256)) {
        runner.server.time(&chunk.iter().collect::<Vec<_>>()).await;
    }
}
