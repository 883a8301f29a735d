//! What a caller can be revoked by, read once and remembered beside the claims.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use serde::Deserialize;
use serde_json::Value;

use super::facts::Credentials;
use super::{ClaimSet, Principal};
use crate::revocation::{Fingerprint, Kind};

/// What is remembered of a caller, and goes when the caller is changed.
#[derive(Debug, Default)]
pub(super) struct Seen {
    marks: OnceLock<Marks>,
    /// What of the revocations, and by which issuer, was looked through without finding this
    /// caller. Zero: nothing.
    clean: AtomicU64,
}

/// Fingerprints of what may be revoked. The issuer is not in them.
#[derive(Debug)]
pub(crate) struct Marks {
    /// Of the issuer, unless it is the scheme.
    issuer: Option<Fingerprint>,
    pub(crate) user: Fingerprint,
    pub(crate) token: Option<Fingerprint>,
    pub(crate) session: Option<Fingerprint>,
    /// The second, since 1970, in which the caller's credentials were issued.
    pub(crate) issued: Option<u64>,
    /// The same, or when the caller has logged in if that is told and was before: a token that is
    /// renewed is as old as its login.
    pub(crate) since: Option<u64>,
}

/// The claims that tell (RFC 7519 §4.1, OpenID Connect Front-Channel Logout §3). Of any type, so
/// that one of a wrong type does not hide the others.
#[derive(Default, Deserialize)]
struct Read {
    #[serde(default)]
    jti: Value,
    #[serde(default)]
    sid: Value,
    #[serde(default)]
    iat: Value,
    #[serde(default)]
    auth_time: Value,
}

impl Read {
    fn of(claims: &ClaimSet) -> Self {
        match claims {
            ClaimSet::Set(_) => {
                let claim = |name| claims.get(name).map(|it| it.into_owned()).unwrap_or_default();
                let (jti, sid) = (claim("jti"), claim("sid"));
                Self { jti, sid, iat: claim("iat"), auth_time: claim("auth_time") }
            }
            ClaimSet::Verified(text) => Self::in_text(text),
        }
    }

    fn in_text(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Of what is no time at all, nobody can say that it came later than anything.
    fn issued(&self) -> Option<u64> {
        second(&self.iat)
    }

    /// RFC 9068 §2.2.1, OpenID Connect Core §2.
    fn since(&self) -> Option<u64> {
        let issued = self.issued()?;
        Some(second(&self.auth_time).map_or(issued, |authenticated| authenticated.min(issued)))
    }
}

fn second(claim: &Value) -> Option<u64> {
    /// Beyond it seconds are not told apart any more.
    const LAST: f64 = 9_007_199_254_740_992.0;
    let second = claim.as_f64()?.floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is negative becomes zero, and the rest is small enough"
    )]
    (second < LAST).then_some(second as u64)
}

impl Principal {
    /// What this caller can be revoked by.
    pub(crate) fn marks(&self) -> &Marks {
        self.known.seen.marks.get_or_init(|| {
            let read = self.known.with_claims(Read::of, Read::in_text);
            let mark = |kind, claim: &Value| claim.as_str().map(|id| Fingerprint::of(kind, id));
            Marks {
                issuer: self.known.issuer().map(|issuer| Fingerprint::of(Kind::Issuer, issuer)),
                user: Fingerprint::of(Kind::User, self.known.subject()),
                token: mark(Kind::Token, &read.jti),
                session: mark(Kind::Session, &read.sid),
                issued: read.issued(),
                since: read.since(),
            }
        })
    }

    /// Until when the credentials last that the caller was found by, if they end: what was made of
    /// them may be over sooner, and be made again.
    pub(crate) fn credentials_end(&self) -> Option<SystemTime> {
        match self.known.credentials() {
            Some(Credentials::Until(end)) => Some(end),
            Some(Credentials::Forever) => None,
            None => self.expires_at(),
        }
    }

    /// Remembers how long the credentials last of the caller that this one was made of.
    pub(crate) fn made_of(self, original: &Self) -> Self {
        let end = original.credentials_end();
        if self.credentials_end() == end {
            return self;
        }
        let credentials = end.map_or(Credentials::Forever, Credentials::Until);
        // Nothing that a bond is about.
        let stamp = self.stamp.clone();
        Self { stamp, ..self.with(|facts| facts.credentials = Some(credentials)) }
    }

    /// The fingerprint of [`Principal::issued_by`].
    pub(crate) fn issuer_mark(&self) -> Fingerprint {
        let scheme = || self.stamp.as_ref().map(|stamp| stamp.scheme.issuer_mark());
        let own = self.marks().issuer.or_else(scheme);
        own.unwrap_or_else(|| Fingerprint::of(Kind::Issuer, self.issued_by()))
    }

    /// Whether a look through this was without a find.
    pub(crate) fn is_clean(&self, looked_through: u64) -> bool {
        self.known.seen.clean.load(Ordering::Relaxed) == looked_through
    }

    pub(crate) fn remember_clean(&self, looked_through: u64) {
        self.known.seen.clean.store(looked_through, Ordering::Relaxed);
    }
}
