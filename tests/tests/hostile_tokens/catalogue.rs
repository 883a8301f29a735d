//! Rows of the catalogue, as generators make them.

use std::fmt::Display;

use crate::signer::Signer;

/// `Authorization` is not one `Bearer` with one token: 400 instead of 401.
pub(crate) const MALFORMED: &str = "the header of the credentials is malformed";
pub(crate) const NO_SIGNATURE: &str = "the signature does not hold";

#[derive(Default)]
pub(crate) struct Catalogue {
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Row {
    /// generator, algorithm, value
    pub(crate) name: String,
    pub(crate) generator: String,
    pub(crate) setting: Setting,
    pub(crate) signer: &'static Signer,
    pub(crate) token: String,
    pub(crate) expected: Expected,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Entry,
    /// Refused for this reason.
    Refusal(&'static str),
}

/// How the scheme that is asked is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Setting {
    /// With issuer and audience, and one key without an id.
    Usual,
    /// The same with two keys: `2026`, which has signed, and `2025`.
    TwoKeys,
    /// The same for tokens of at most an hour.
    OneHour,
    /// Without issuer and audience; possible with a shared secret only.
    Secluded,
}

/// One way to make a token of a value.
pub(crate) struct Generator<F> {
    pub(crate) name: &'static str,
    pub(crate) setting: Setting,
    pub(crate) signers: &'static [Signer],
    pub(crate) make: F,
}

impl<F> Generator<F> {
    /// A generator of tokens for the usual setting.
    pub(crate) fn new(name: &'static str, signers: &'static [Signer], make: F) -> Self {
        Self { name, setting: Setting::Usual, signers, make }
    }

    pub(crate) fn in_setting(self, setting: Setting) -> Self {
        Self { setting, ..self }
    }

    /// Adds what it makes of honest values, and of hostile ones with the reason for which each
    /// is refused.
    pub(crate) fn add<V: Display>(
        &self,
        catalogue: &mut Catalogue,
        honest: &[V],
        hostile: &[(V, &'static str)],
    ) where
        F: Fn(&'static Signer, &V) -> String,
    {
        for signer in self.signers {
            let row = |value: &V, expected| Row {
                name: format!("{} / {} / {value}", self.name, signer.name),
                generator: self.name.to_owned(),
                setting: self.setting,
                signer,
                token: (self.make)(signer, value),
                expected,
            };
            catalogue.rows.extend(honest.iter().map(|value| row(value, Expected::Entry)));
            let refused = |(value, why): &(V, &'static str)| row(value, Expected::Refusal(why));
            catalogue.rows.extend(hostile.iter().map(refused));
        }
    }
}

/// Hostile values that are all refused for one reason.
pub(crate) fn all<V>(
    values: impl IntoIterator<Item = V>,
    why: &'static str,
) -> Vec<(V, &'static str)> {
    values.into_iter().map(|value| (value, why)).collect()
}
