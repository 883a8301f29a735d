//! The scheme at work.

use std::sync::Arc;
use std::time::UNIX_EPOCH;

use actix_web::http::header::{AUTHORIZATION, HeaderMap};
use actix_web::{HttpMessage, HttpRequest};
use portcullis::{Answer, Challenge, Clock, Found, Reason, Scheme};

use super::body::SignedDigest;
use super::config::SignedRequests;
use super::message::Message;
use super::replay::{Replays, Seen};

#[derive(Debug)]
pub(super) struct Verifier {
    pub(super) config: SignedRequests,
    pub(super) replays: Replays,
    pub(super) clock: Arc<dyn Clock>,
}

impl Scheme for Verifier {
    fn authenticate<'a>(&'a self, request: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(match authorization(request.headers()) {
            Ok(None) => Found::Nothing,
            Ok(Some(credentials)) => self.verify(request, credentials).unwrap_or_else(|why| why),
            Err(malformed) => malformed,
        })
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Acme-HMAC")
    }

    /// No browser signs a request by itself: pages of others cannot abuse it.
    fn ambient(&self) -> bool {
        false
    }
}

/// What stands behind the word, in its three parts.
struct Credentials<'a> {
    key_id: &'a str,
    nonce: &'a str,
    signature: &'a str,
}

impl Verifier {
    /// The caller, or why there is none.
    fn verify(&self, request: &HttpRequest, found: Credentials<'_>) -> Result<Found, Found> {
        let message = Message {
            method: request.method().as_str(),
            // As it was sent. What actix makes of it may be another text.
            target: request.uri().path_and_query().map_or("", |target| target.as_str()),
            key_id: found.key_id,
            nonce: found.nonce,
            signed_at: one(request.headers(), "signed-at")?,
            digest: one(request.headers(), "content-digest")?,
        };
        // The same for a key that nobody has, and a signature that does not hold.
        let key = self.config.keys.get(found.key_id);
        let key = key.filter(|key| message.is_signed(&key.secret, found.signature));
        let key = key.ok_or_else(|| Found::rejected("the signature does not hold"))?;

        let signed_at = message.signed_at.parse::<u64>();
        let signed_at = signed_at.map_err(|_| Found::Rejected(Reason::Malformed))?;
        let tolerance = self.config.tolerance.as_secs();
        let now = self.clock.now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        if now.abs_diff(signed_at) > tolerance {
            return Err(Found::rejected("the request was not signed just now"));
        }
        let used = format!("{}.{}", found.key_id, found.nonce);
        match self.replays.remember(used, signed_at.saturating_add(tolerance), now) {
            Seen::Never => {}
            Seen::Before => return Err(Found::rejected("the request was sent before")),
            Seen::TooManyToTell => return Err(Found::Unavailable("too many requests".into())),
        }
        request.extensions_mut().insert(SignedDigest(message.digest.to_owned()));
        Ok(Found::Caller(key.owner.clone()))
    }
}

/// The credentials, none, or why they are malformed.
fn authorization(headers: &HeaderMap) -> Result<Option<Credentials<'_>>, Found> {
    let malformed = || Found::Rejected(Reason::Malformed);
    let mut fields = headers.get_all(AUTHORIZATION);
    let Some(field) = fields.next() else { return Ok(None) };
    if fields.next().is_some() {
        return Err(malformed());
    }
    let text = field.to_str().map_err(|_| malformed())?;
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    if !word.eq_ignore_ascii_case("Acme-HMAC") {
        return Ok(None); // for another scheme
    }
    let mut parts = rest.trim_start_matches(' ').split('.');
    let (Some(key_id), Some(nonce), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(malformed());
    };
    let sound = nonce.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !sound || !(16..=64).contains(&nonce.len()) {
        return Err(malformed());
    }
    Ok(Some(Credentials { key_id, nonce, signature }))
}

/// A header that is there once.
fn one<'a>(headers: &'a HeaderMap, name: &str) -> Result<&'a str, Found> {
    let mut fields = headers.get_all(name);
    match (fields.next().map(|field| field.to_str()), fields.next()) {
        (Some(Ok(text)), None) => Ok(text),
        _ => Err(Found::Rejected(Reason::Malformed)),
    }
}
