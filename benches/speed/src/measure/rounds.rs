//! Interleaved rounds: each contender serves a batch, then the next does, so that whatever else
//! the machine has to do meanwhile hits all of them.

use std::rc::Rc;
use std::time::Duration;

use super::samples::Samples;
use crate::server::{Request, Server};

/// Requests that are timed together.
pub(crate) const BATCH: usize = 16;

/// A contender, and what it is asked.
pub(crate) struct Runner {
    pub(crate) server: Box<dyn Server>,
    pub(crate) requests: Rc<Vec<Request>>,
    /// The next request. They come in an order that no prefetcher foresees.
    next: usize,
}

/// After the golden ratio, so that neighbours come far apart; without a factor in common with a
/// power of ten, so that every request has its turn.
const STRIDE: usize = 618_033_989;

impl Runner {
    pub(crate) fn new(server: Box<dyn Server>, requests: Rc<Vec<Request>>) -> Self {
        Self { server, requests, next: 0 }
    }

    /// Asks everything once, in order.
    pub(crate) async fn warm_up(&self) {
        for chunk in self.requests.chunks(256) {
            self.server.time(&chunk.iter().collect::<Vec<_>>()).await;
        }
    }

    /// Nanoseconds for each request of the next batch.
    pub(crate) async fn batch(&mut self, requests: usize) -> f64 {
        let batch = (0..requests).map(|_| self.take()).collect::<Vec<_>>();
        let batch = batch.iter().map(|at| &self.requests[*at]).collect::<Vec<_>>();
        nanoseconds(self.server.time(&batch).await) / requests as f64
    }

    fn take(&mut self) -> usize {
        self.next = (self.next + STRIDE) % self.requests.len();
        self.next
    }
}

/// For each contender one sample a round.
pub(crate) async fn interleaved(runners: &mut [Runner], rounds: usize) -> Vec<Samples> {
    let mut samples = vec![Vec::with_capacity(rounds); runners.len()];
    for round in 0..rounds + WARMING {
        // Another one begins each time: nobody always follows the same neighbour.
        for turn in 0..runners.len() {
            let at = (round + turn) % runners.len();
            // One request again and again is timed with the processor's caches as it leaves them,
            // not as a neighbour with thousands of expressions does.
            if runners[at].requests.len() == 1 {
                runners[at].batch(BATCH).await;
            }
            let sample = runners[at].batch(BATCH).await;
            if round >= WARMING {
                samples[at].push(sample);
            }
        }
    }
    samples.into_iter().map(Samples::new).collect()
}

/// Rounds that do not count.
const WARMING: usize = 3;

fn nanoseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e9
}
