//! Whom a scheme trusts: an issuer, whom its tokens may be for, and its keys.

use std::sync::Arc;

use super::accept::{NOT_THE_ISSUER, Refusal, ensure};
use super::key::KeyRing;
use super::read::Registered;
use crate::principal::SCHEME_ISSUER;

/// One issuer that a scheme trusts. Its keys verify its tokens and nobody else's.
#[derive(Debug)]
pub(super) struct Trust {
    /// Demanded as `iss`. `None`: not looked at.
    pub(super) issuer: Option<String>,
    /// Whoever the token says; else, without an issuer, the scheme itself vouches.
    pub(super) any_issuer: bool,
    /// Empty: tokens with an `aud` are for somebody else.
    pub(super) audiences: Vec<String>,
    pub(super) any_audience: bool,
    pub(super) ring: Arc<KeyRing>,
}

impl Trust {
    /// Whether tokens that another one stands for pass here, as far as issuer and audience tell.
    pub(super) fn admits_those_of(&self, other: &Self) -> bool {
        let issuer = self.issuer.is_none() || other.any_issuer || self.issuer == other.issuer;
        let shared = self.audiences.iter().any(|own| other.audiences.contains(own));
        let neither = self.audiences.is_empty() && other.audiences.is_empty();
        issuer && (self.any_audience || shared || neither)
    }

    /// Whether a token that one of the two accepts, the other may accept as well, although
    /// only one secret is behind both.
    pub(super) fn is_confused_with(&self, other: &Self) -> bool {
        let (own, others) = (self.ring.current(), other.ring.current());
        let mut pairs = own.iter().flat_map(|key| others.iter().map(move |two| (key, two)));
        pairs.any(|(key, two)| key.is_the_same_secret(two))
            && (self.admits_those_of(other) || other.admits_those_of(self))
    }

    /// Whether an `iss` that nobody has checked stands beside the caller's name.
    pub(super) fn ignores_issuers(&self) -> bool {
        self.issuer.is_none() && !self.any_issuer
    }

    /// RFC 7519 §4.1.1, RFC 8725 §3.8
    pub(super) fn issuer(&self, claims: &Registered<'_>) -> Result<(), Refusal> {
        if let Some(issuer) = claims.issuer {
            ensure(!issuer.is_empty(), "`iss` is empty")?;
            // It would make the user one of another scheme's.
            let own = issuer.starts_with(SCHEME_ISSUER.as_bytes());
            ensure(!own, "`iss` is a name of this library's own")?;
        }
        let demanded = self.issuer.as_deref().map(str::as_bytes);
        ensure(demanded.is_none() || demanded == claims.issuer, NOT_THE_ISSUER)
    }

    /// Whoever may be any issuer is none of those that are named beside.
    pub(super) fn is_no_other(
        &self,
        trusts: &[Self],
        claims: &Registered<'_>,
    ) -> Result<(), Refusal> {
        let Some(issuer) = claims.issuer.filter(|_| self.any_issuer) else { return Ok(()) };
        let named = |other: &Self| other.issuer.as_deref().map(str::as_bytes) == Some(issuer);
        ensure(!trusts.iter().any(named), NOT_THE_ISSUER)
    }

    /// RFC 7519 §4.1.3: with an `aud`, a token is refused by whoever is not among it; RFC 8725
    /// §3.9.
    pub(super) fn audience(&self, claims: &Registered<'_>) -> Result<(), Refusal> {
        let ours = |audience: &&[u8]| self.audiences.iter().any(|own| own.as_bytes() == *audience);
        match &claims.audiences {
            _ if self.any_audience => Ok(()),
            Some(audiences) => ensure(audiences.iter().any(ours), "`aud` is somebody else"),
            None => ensure(self.audiences.is_empty(), "`aud` is missing"),
        }
    }
}
