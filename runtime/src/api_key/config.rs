//! `ApiKey` as the developer writes it.

use std::time::Duration;

use actix_web::http::header::HeaderName;

use super::keys::ApiKeys;
use super::scheme::{ApiKeyScheme, Place};
use crate::problem::Problem;
use crate::scheme::{Challenge, IntoScheme, Prepared, Setup, is_token};

#[doc = include_str!("../../docs/api_key.md")]
#[derive(Clone, Debug)]
pub struct ApiKey {
    keys: ApiKeys,
    place: Written,
    realm: Option<String>,
    last_used: Duration,
}

/// Where keys are looked for, as it was written.
#[derive(Clone, Debug)]
enum Written {
    Header(String),
    Authorization(String),
}

/// How exactly the last use is noted, unless it is told.
const LAST_USED: Duration = Duration::from_secs(300);

/// Headers that others write or read: browsers, proxies, HTTP itself.
const TAKEN: [&str; 8] = [
    "authorization",
    "cookie",
    "proxy-authorization",
    "host",
    "origin",
    "referer",
    "user-agent",
    "connection",
];

/// Words of `Authorization` that browsers send unasked.
const AMBIENT: [&str; 4] = ["basic", "digest", "negotiate", "ntlm"];

impl ApiKey {
    /// Callers with one of these keys, in the header `X-API-Key`.
    #[must_use]
    pub fn new(keys: &ApiKeys) -> Self {
        Self {
            keys: keys.clone(),
            place: Written::Header("X-API-Key".to_owned()),
            realm: None,
            last_used: LAST_USED,
        }
    }

    /// Looks for the key in another header, and only there.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>) -> Self {
        self.place = Written::Header(name.into());
        self
    }

    /// Looks for the key in `Authorization`, behind this word, and only there:
    /// `Authorization: ApiKey acme_…`. With `Bearer`, list it where no `JwtBearer` is: the first
    /// of the two would decide.
    #[must_use]
    pub fn authorization(mut self, word: impl Into<String>) -> Self {
        self.place = Written::Authorization(word.into());
        self
    }

    /// The protected area that the challenge names, instead of
    /// [`Builder::realm`](crate::Builder::realm).
    #[must_use]
    pub fn realm(mut self, realm: impl Into<String>) -> Self {
        self.realm = Some(realm.into());
        self
    }

    /// How exactly the last use of a key is noted: at most one write per key and this much time.
    /// Default 5 min.
    #[must_use]
    pub fn last_used_every(mut self, span: Duration) -> Self {
        self.last_used = span;
        self
    }
}

impl IntoScheme for ApiKey {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let problem = self.keys.problem();
        let (place, challenge) = match (place(self.place), problem) {
            (Ok(found), None) => found,
            (found, problem) => return Err(found.err().into_iter().chain(problem).collect()),
        };
        let realm = self.realm.iter();
        let challenge = realm.fold(challenge, |challenge, realm| challenge.realm(realm));
        Ok(Prepared::new(ApiKeyScheme {
            keys: self.keys,
            place,
            challenge,
            last_used: self.last_used.as_secs(),
            clock: setup.clock().clone(),
        }))
    }
}

/// Where to look, and what a caller without a key is told.
fn place(written: Written) -> Result<(Place, Challenge), Problem> {
    match written {
        Written::Authorization(word) => {
            let lower = word.to_ascii_lowercase();
            if !is_token(&word) || AMBIENT.contains(&lower.as_str()) {
                return Err(Problem::new(format!(
                    "`{word}` cannot stand before an API key in `Authorization`; use `ApiKey`"
                )));
            }
            let challenge = Challenge::new(word.clone());
            Ok((Place::Authorization(word), challenge))
        }
        Written::Header(name) => {
            let lower = name.to_ascii_lowercase();
            let header = HeaderName::from_bytes(lower.as_bytes()).ok();
            let header = header.filter(|_| !TAKEN.contains(&lower.as_str()));
            let header = header.ok_or_else(|| {
                Problem::new(format!(
                    "`{name}` cannot be the header of API keys; use one of its own, or \
                     `.authorization(\"ApiKey\")`"
                ))
            })?;
            let challenge = Challenge::new("ApiKey").parameter("header", name);
            Ok((Place::Header(header), challenge))
        }
    }
}
