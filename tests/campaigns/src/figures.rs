//! What a campaign has counted and measured.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// Numbers by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    counts: BTreeMap<&'static str, u64>,
    longest: BTreeMap<String, Duration>,
}

impl Figures {
    pub(crate) fn count(&mut self, what: &'static str, more: u64) {
        *self.counts.entry(what).or_default() += more;
    }

    /// Keeps the longest of what was measured.
    pub(crate) fn measure(&mut self, what: &str, time: Duration) {
        let longest = self.longest.entry(what.to_owned()).or_default();
        *longest = time.max(*longest);
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self.counts.iter().map(|(what, number)| format!("{number} {what}"));
        let longest = self
            .longest
            .iter()
            .map(|(what, time)| format!("{what} {} ms at most", time.as_millis()));
        f.write_str(&counts.chain(longest).collect::<Vec<_>>().join(", "))
    }
}
