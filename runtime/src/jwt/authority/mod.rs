//! Keys of an identity provider, fetched while the server runs.
//!
//! [`lacking`] says for which tokens, [`keeper`] when, [`source`] what: metadata ([`discovery`]), then keys, each with one
//! careful GET ([`http`])

mod discovery;
mod http;
mod keeper;
mod lacking;
mod source;

use std::time::Duration;

use super::algorithm::Algorithm;

pub(super) use keeper::{Asked, Keeper};
pub(super) use lacking::Authorities;

const REFRESH: Duration = Duration::from_secs(15 * 60);
const TIME_LIMIT: Duration = Duration::from_secs(5);

/// An OpenID provider, whose keys verify: the address of
/// [`JwtBearer::authority`](crate::JwtBearer::authority) with all that can be said of it.
///
/// Its keys are fetched when the first token comes, never by `build()`: the provider may be
/// down while a server starts. They are fetched again in the background, and at once when a
/// token names a key that is not among them, but not more often than every 30 seconds, however
/// many such tokens come. If that fails, the keys of the last time go on verifying. The
/// instance's [`Clock`](crate::Clock) says how old they are.
///
/// Only `https` is asked, without redirects, and without proxies that the environment names;
/// 256 KiB are read at most. Only asymmetric keys are used. Both documents are read anew each
/// time: the metadata must name this very issuer, and may name another address for the keys.
///
/// ```
/// use std::time::Duration;
/// use portcullis::{Authority, JwtBearer};
///
/// let provider = Authority::new("https://login.example").refresh_every(Duration::from_secs(300));
/// let scheme = JwtBearer::authority(provider).audience("api");
/// ```
#[derive(Clone, Debug)]
pub struct Authority {
    pub(super) issuer: String,
    pub(super) roots: Vec<Vec<u8>>,
    pub(super) algorithms: Vec<Algorithm>,
    pub(super) refresh: Duration,
    pub(super) time_limit: Duration,
}

impl Authority {
    /// The provider with this issuer, exactly as its metadata writes it: with the slash at the
    /// end, if it has one there.
    #[must_use]
    pub fn new(issuer: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            roots: Vec::new(),
            algorithms: Algorithm::asymmetric(),
            refresh: REFRESH,
            time_limit: TIME_LIMIT,
        }
    }

    /// Certificates in PEM that are trusted besides those of the operating system, such as a
    /// company's own.
    #[must_use]
    pub fn root_certificate(mut self, pem: impl AsRef<[u8]>) -> Self {
        self.roots.push(pem.as_ref().to_vec());
        self
    }

    /// The algorithms that its keys may be for. Default: all that are not symmetric. An RSA key
    /// that names none is for the first of these that takes one: RS256, unless this says
    /// otherwise (OpenID Connect Core §15.1).
    #[must_use]
    pub fn algorithms(mut self, algorithms: impl IntoIterator<Item = Algorithm>) -> Self {
        self.algorithms = algorithms.into_iter().collect();
        self
    }

    /// How often its keys are fetched, about: each time is up to a tenth earlier or later, so
    /// that not all servers ask at once. Default 15 minutes, from 1 minute to 1 day.
    #[must_use]
    pub fn refresh_every(mut self, interval: Duration) -> Self {
        self.refresh = interval;
        self
    }

    /// How long fetching may take. Default 5 seconds, at most 20.
    #[must_use]
    pub fn time_limit(mut self, limit: Duration) -> Self {
        self.time_limit = limit;
        self
    }

    /// What is wrong with it.
    pub(super) fn check(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut refuse = |wrong: bool, fault: &str| wrong.then(|| faults.push(fault.to_owned()));
        let minutes = |count: u64| Duration::from_secs(count * 60);
        refuse(
            self.refresh < minutes(1) || self.refresh > minutes(24 * 60),
            "`.refresh_every` is not between 1 minute and 1 day",
        );
        refuse(
            self.time_limit.is_zero() || self.time_limit > Duration::from_secs(20),
            "`.time_limit` is not between 0 and 20 seconds",
        );
        refuse(
            self.algorithms.is_empty(),
            "`.algorithms` names none, so no token could be accepted",
        );
        for algorithm in self.algorithms.iter().filter(|one| !one.is_asymmetric()) {
            let name = algorithm.name();
            faults.push(format!("{name} takes a shared secret, and a provider publishes none"));
        }
        faults
    }
}

impl<T: Into<String>> From<T> for Authority {
    fn from(issuer: T) -> Self {
        Self::new(issuer)
    }
}
