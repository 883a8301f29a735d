//! A caller of whom only that was read which every request needs. The rest is read when asked.

use std::fmt::Debug;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;

use super::Facts;

/// Claims as they were verified: not much more than their bytes.
#[derive(Debug)]
pub(crate) struct Unread {
    text: Arc<str>,
    subject: Range<usize>,
    issuer: Option<Range<usize>>,
    expires: SystemTime,
    source: Arc<dyn Source>,
    /// Made when first asked for.
    facts: OnceLock<Box<Facts>>,
}

/// Whoever can read verified claims again.
pub(crate) trait Source: Debug + Send + Sync {
    /// What these claims say of a caller, but for the issuer and the expiry. `None` if they say
    /// nothing, which does not happen to claims that it has accepted.
    fn read(&self, text: &Arc<str>) -> Option<Facts>;
}

impl Unread {
    /// Subject and issuer are places in the text.
    pub(crate) fn new(
        text: &str,
        subject: Range<usize>,
        issuer: Option<Range<usize>>,
        expires: SystemTime,
        source: Arc<dyn Source>,
    ) -> Self {
        Self { text: text.into(), subject, issuer, expires, source, facts: OnceLock::new() }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn subject(&self) -> &str {
        self.text.get(self.subject.clone()).unwrap_or_default()
    }

    pub(super) fn issuer(&self) -> Option<&str> {
        self.text.get(self.issuer.clone()?)
    }

    pub(super) fn expires(&self) -> SystemTime {
        self.expires
    }

    pub(super) fn facts(&self) -> &Facts {
        self.facts.get_or_init(|| {
            let read = self.source.read(&self.text);
            let mut facts = read.unwrap_or_else(|| Facts::new(self.subject().to_owned()));
            facts.issuer = self.issuer().map(Into::into);
            facts.expires = Some(self.expires);
            Box::new(facts)
        })
    }
}
