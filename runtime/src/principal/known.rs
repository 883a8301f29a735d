//! What is known of a caller: told by a scheme, or in claims that nobody has asked for yet.

use std::time::SystemTime;

use super::Facts;
#[cfg(feature = "_jwt")]
use super::Unread;
#[cfg(feature = "revocation")]
use super::facts::Credentials;

/// All that a scheme has found out.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) what: What,
    #[cfg(feature = "revocation")]
    pub(super) seen: super::marks::Seen,
}

/// How it is known.
#[derive(Debug)]
pub(super) enum What {
    Told(Box<Facts>),
    #[cfg(feature = "_jwt")]
    Unread(Unread),
}

impl Known {
    pub(super) fn subject(&self) -> &str {
        match &self.what {
            What::Told(facts) => &facts.subject,
            #[cfg(feature = "_jwt")]
            What::Unread(unread) => unread.subject(),
        }
    }

    pub(super) fn issuer(&self) -> Option<&str> {
        match &self.what {
            What::Told(facts) => facts.issuer.as_deref(),
            #[cfg(feature = "_jwt")]
            What::Unread(unread) => unread.issuer(),
        }
    }

    pub(super) fn expires(&self) -> Option<SystemTime> {
        match &self.what {
            What::Told(facts) => facts.expires,
            #[cfg(feature = "_jwt")]
            What::Unread(unread) => Some(unread.expires()),
        }
    }

    /// Reads the claims as they are: as a set, or as the text that was verified.
    #[cfg(feature = "revocation")]
    pub(super) fn with_claims<T>(
        &self,
        set: impl FnOnce(&super::ClaimSet) -> T,
        #[cfg_attr(not(feature = "_jwt"), expect(unused_variables, reason = "no texts"))]
        text: impl FnOnce(&str) -> T,
    ) -> T {
        match &self.what {
            What::Told(facts) => set(&facts.claims),
            #[cfg(feature = "_jwt")]
            What::Unread(unread) => text(unread.text()),
        }
    }

    /// How long the credentials last, unless it is as long as the caller.
    #[cfg(feature = "revocation")]
    pub(super) fn credentials(&self) -> Option<Credentials> {
        match &self.what {
            What::Told(facts) => facts.credentials,
            #[cfg(feature = "_jwt")]
            What::Unread(_) => None,
        }
    }

    pub(super) fn facts(&self) -> &Facts {
        match &self.what {
            What::Told(facts) => facts,
            #[cfg(feature = "_jwt")]
            What::Unread(unread) => unread.facts(),
        }
    }

    /// What was told, to be changed.
    pub(super) fn told(&mut self) -> Option<&mut Facts> {
        #[cfg(feature = "revocation")]
        {
            self.seen = super::marks::Seen::default();
        }
        match &mut self.what {
            What::Told(facts) => Some(facts),
            #[cfg(feature = "_jwt")]
            What::Unread(_) => None,
        }
    }
}

impl From<What> for Known {
    fn from(what: What) -> Self {
        Self {
            what,
            #[cfg(feature = "revocation")]
            seen: super::marks::Seen::default(),
        }
    }
}

impl From<Facts> for Known {
    fn from(facts: Facts) -> Self {
        What::Told(Box::new(facts)).into()
    }
}
