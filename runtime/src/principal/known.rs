//! What is known of a caller: told by a scheme, or in claims that nobody has asked for yet.

use std::time::SystemTime;

use super::Facts;
#[cfg(feature = "_jwt")]
use super::Unread;

/// All that a scheme has found out.
#[derive(Debug)]
pub(super) enum Known {
    Told(Box<Facts>),
    #[cfg(feature = "_jwt")]
    Unread(Unread),
}

impl Known {
    pub(super) fn subject(&self) -> &str {
        match self {
            Self::Told(facts) => &facts.subject,
            #[cfg(feature = "_jwt")]
            Self::Unread(unread) => unread.subject(),
        }
    }

    pub(super) fn issuer(&self) -> Option<&str> {
        match self {
            Self::Told(facts) => facts.issuer.as_deref(),
            #[cfg(feature = "_jwt")]
            Self::Unread(unread) => unread.issuer(),
        }
    }

    pub(super) fn expires(&self) -> Option<SystemTime> {
        match self {
            Self::Told(facts) => facts.expires,
            #[cfg(feature = "_jwt")]
            Self::Unread(unread) => Some(unread.expires()),
        }
    }

    pub(super) fn facts(&self) -> &Facts {
        match self {
            Self::Told(facts) => facts,
            #[cfg(feature = "_jwt")]
            Self::Unread(unread) => unread.facts(),
        }
    }

    /// What was told, to be changed.
    pub(super) fn told(&mut self) -> Option<&mut Facts> {
        match self {
            Self::Told(facts) => Some(facts),
            #[cfg(feature = "_jwt")]
            Self::Unread(_) => None,
        }
    }
}

impl From<Facts> for Known {
    fn from(facts: Facts) -> Self {
        Self::Told(Box::new(facts))
    }
}
