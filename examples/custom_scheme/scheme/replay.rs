//! Signatures that were used.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Remembers requests for as long as their date is accepted. In the memory of this process:
/// where several serve, they need a store that they share, and then the scheme answers
/// `Answer::later`.
#[derive(Debug)]
pub(super) struct Replays {
    /// When each may be forgotten, with its key and nonce.
    seen: Mutex<BTreeSet<(u64, String)>>,
    most: usize,
}

pub(super) enum Seen {
    Never,
    Before,
    /// Nobody can say, and so nobody enters.
    TooManyToTell,
}

impl Replays {
    pub(super) fn new(most: usize) -> Self {
        Self { seen: Mutex::default(), most }
    }

    /// Remembers a request, which is no longer accepted after `until`. Only requests whose
    /// signature holds get here: no stranger can fill the memory.
    pub(super) fn remember(&self, request: String, until: u64, now: u64) -> Seen {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        while seen.first().is_some_and(|(until, _)| *until < now) {
            seen.pop_first();
        }
        let request = (until, request);
        match seen.contains(&request) {
            true => Seen::Before,
            false if seen.len() >= self.most => Seen::TooManyToTell,
            false => {
                seen.insert(request);
                Seen::Never
            }
        }
    }
}
