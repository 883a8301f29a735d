//! What one honest caller pays while others flood the server.

use std::rc::Rc;

use super::field::runner;
use crate::contenders::{Contender, HAND_WRITTEN, LIMIT_WARM, PORTCULLIS, PORTCULLIS_WARM};
use crate::job::{Case, Job};
use crate::markdown::{Table, ratio, whole};
use crate::measure::{BATCH, Runner, Samples};
use crate::server::Request;

/// Distinct requests of a flood.
const FLOOD: usize = 200_000;
/// … of which so many come before each batch of the honest caller.
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
    let valid = (2..FLOOD + 2).map(|number| issuer.honest(number)).collect::<Vec<_>>();
    let garbage = (2..FLOOD + 2).map(|number| issuer.forged(number)).collect::<Vec<_>>();
    let mut table = Table::new([
        "honest caller, quiet, ns",
        "… among distinct valid tokens",
        "a valid token, ns",
        "… among forged tokens",
        "a forged token, ns",
    ]);
    for contender in [&HAND_WRITTEN, &LIMIT_WARM, &PORTCULLIS, &PORTCULLIS_WARM] {
        let mut cells = Vec::new();
        let mut fields = vec![Flooded::new(contender, None).await];
        for tokens in [&valid, &garbage] {
            let request = |token: &String| Request::new(Job::PLAIN, contender, Some(token));
            let flood = Rc::new(tokens.iter().map(request).collect::<Vec<_>>());
            fields.push(Flooded::new(contender, Some(flood)).await);
        }
        for field in &fields {
            field.whole_flood().await;
        }
        for _ in 0..rounds {
            for field in &mut fields {
                field.round().await;
            }
        }
        let samples = fields.into_iter().map(Flooded::samples).collect::<Vec<_>>();
        let (quiet, _) = &samples[0];
        cells.push(whole(quiet.median()));
        for (honest, flood) in &samples[1..] {
            let to_quiet = ratio(honest.ratio_to(quiet));
            cells.push(format!("{} (**{to_quiet}**)", whole(honest.median())));
            cells.push(whole(flood.median()));
        }
        table.row(contender.title, cells);
    }
    table.print(&format!(
        "One honest caller, and a flood of {} requests: ns (× quiet)",
        whole(FLOOD as f64)
    ));
}

impl Flooded {
    async fn new(contender: &'static Contender, flood: Option<Rc<Vec<Request>>>) -> Self {
        let token = Job::PLAIN.tokens().honest(1);
        let request = Rc::new(vec![Request::new(Job::PLAIN, contender, Some(&token))]);
        let honest = runner(contender, Job::PLAIN, Case::Allow, request).await;
        let honest = honest.expect("whoever is in this table does the job");
        let (honest_samples, flood_samples) = (Vec::new(), Vec::new());
        Self { honest, flood, next: 0, honest_samples, flood_samples }
    }

    /// Sends the flood once.
    async fn whole_flood(&self) {
        for chunk in self.flood.iter().flat_map(|flood| flood.chunks(256)) {
            self.honest.server.time(&chunk.iter().collect::<Vec<_>>()).await;
        }
    }

    /// A part of the flood, then the honest caller.
    async fn round(&mut self) {
        if let Some(flood) = &self.flood {
            let part = (0..BETWEEN).map(|at| &flood[(self.next + at) % FLOOD]).collect::<Vec<_>>();
            let time = self.honest.server.time(&part).await;
            self.flood_samples.push(time.as_secs_f64() * 1e9 / BETWEEN as f64);
            self.next = (self.next + BETWEEN) % FLOOD;
        }
        self.honest_samples.push(self.honest.batch(BATCH).await);
    }

    fn samples(self) -> (Samples, Samples) {
        (Samples::new(self.honest_samples), Samples::new(self.flood_samples))
    }
}
