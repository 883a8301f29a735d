//! `ApiKey` at work.

use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use actix_web::HttpRequest;
use actix_web::http::header::HeaderName;

use super::key::{Presented, are_equal};
use super::keys::{ApiKeys, seconds};
use crate::clock::Clock;
use crate::principal::Principal;
use crate::scheme::{Answer, Authorization, Challenge, Found, Reason, Scheme};
use crate::store::StoredApiKey;

/// Recognizes callers by keys in a header.
#[derive(Debug)]
pub(super) struct ApiKeyScheme {
    pub(super) keys: ApiKeys,
    pub(super) place: Place,
    pub(super) challenge: Challenge,
    /// Seconds between two notes of a use.
    pub(super) last_used: u64,
    pub(super) clock: Arc<dyn Clock>,
}

/// Where keys are looked for.
#[derive(Debug)]
pub(super) enum Place {
    Header(HeaderName),
    Authorization(String),
}

/// What a request carries there.
enum Carried<'a> {
    Nothing,
    Malformed,
    Text(&'a [u8]),
}

/// The same for a key that nobody was given, and one whose secret is wrong.
const NOT_OURS: &str = "the key is none that was issued here";

impl Scheme for ApiKeyScheme {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match self.place.of(request) {
            Carried::Nothing => Found::Nothing,
            Carried::Malformed => Found::Rejected(Reason::Malformed),
            Carried::Text(text) => match Presented::read(text, &self.keys.prefix) {
                Some(presented) => return Answer::later(self.verify(presented)),
                None => Found::rejected(NOT_OURS),
            },
        })
    }

    fn challenge(&self) -> Challenge {
        self.challenge.clone()
    }

    fn ambient(&self) -> bool {
        false
    }
}

impl ApiKeyScheme {
    async fn verify(&self, presented: Presented<'_>) -> Found {
        let key = match self.keys.store.find(presented.id).await {
            Ok(Some(key)) => key,
            Ok(None) => return Found::rejected(NOT_OURS),
            Err(error) => return Found::Unavailable(error),
        };
        if !are_equal(&key.hash, &presented.hash) {
            return Found::rejected(NOT_OURS);
        }
        let now = seconds(self.clock.now());
        // From here on it is known that the key was issued: these tell nothing to a stranger.
        if key.revoked.is_some() {
            return Found::rejected("the key was revoked");
        }
        if key.disabled {
            return Found::rejected("the key is disabled");
        }
        if key.expires.is_some_and(|end| end <= now) {
            return Found::rejected("the key has expired");
        }
        self.note_use(&key, now).await;
        Found::Caller(caller(key))
    }

    /// Notes that the key was used, if that is due. A note that cannot be written keeps nobody
    /// out: the key has been verified.
    async fn note_use(&self, key: &StoredApiKey, now: u64) {
        let unless_after = now.saturating_sub(self.last_used);
        if key.last_used.is_some_and(|last| last > unless_after) {
            return;
        }
        if let Err(error) = self.keys.store.mark_used(&key.id, now, unless_after).await {
            tracing::warn!("the last use of the API key {} could not be noted: {error}", key.id);
        }
    }
}

fn caller(key: StoredApiKey) -> Principal {
    let caller = Principal::new(key.owner).claim("api_key_id", key.id);
    // What tokens call it: so that a user is revoked in one way, whatever they come with.
    let caller = caller.claim("iat", key.issued);
    let caller = key.roles.into_iter().fold(caller, Principal::role);
    let caller = key.permissions.into_iter().fold(caller, Principal::permission);
    let caller = key.scopes.into_iter().fold(caller, Principal::scope);
    let end = key.expires.and_then(|end| UNIX_EPOCH.checked_add(Duration::from_secs(end)));
    match end {
        Some(end) => caller.expires(end),
        None => caller,
    }
}

impl Place {
    fn of<'a>(&self, request: &'a HttpRequest) -> Carried<'a> {
        match self {
            Self::Header(name) => {
                let mut fields = request.headers().get_all(name);
                match (fields.next(), fields.next()) {
                    (None, _) => Carried::Nothing,
                    (Some(field), None) => Carried::Text(field.as_bytes()),
                    // Which of the two was meant? As for two `Authorization` fields.
                    (Some(_), Some(_)) => Carried::Malformed,
                }
            }
            Self::Authorization(word) => match Authorization::of(request.headers(), word) {
                Authorization::Absent => Carried::Nothing,
                Authorization::Malformed => Carried::Malformed,
                Authorization::Token(token) => Carried::Text(token.as_bytes()),
            },
        }
    }
}
