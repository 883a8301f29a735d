//! Who asks, and what must come of it.

use super::answer::Answer;
use super::token::Tokens;

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Case {
    /// A caller who may enter.
    Allow,
    /// Nobody: there is no token.
    Nobody,
    /// A token whose signature does not hold.
    Forged,
    /// A caller without one of the permissions.
    Forbidden,
}

impl Case {
    pub(crate) const ALL: [Self; 4] = [Self::Allow, Self::Nobody, Self::Forged, Self::Forbidden];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Nobody => "nobody",
            Self::Forged => "forged",
            Self::Forbidden => "forbidden",
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Nobody => "401, no token",
            Self::Forged => "401, forged",
            Self::Forbidden => "403",
        }
    }

    /// What the caller brings.
    pub(crate) fn token(self, tokens: &Tokens) -> Option<String> {
        match self {
            Self::Allow => Some(tokens.honest(1)),
            Self::Nobody => None,
            Self::Forged => Some(tokens.forged(1)),
            Self::Forbidden => Some(tokens.poor(1)),
        }
    }

    pub(crate) fn expected(self) -> Answer {
        match self {
            Self::Allow => Answer::hello(),
            Self::Nobody | Self::Forged => Answer::unauthorized(),
            Self::Forbidden => Answer::forbidden(),
        }
    }
}
