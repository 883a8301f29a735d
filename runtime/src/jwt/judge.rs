//! From a token to what it says of a caller.

use std::sync::Arc;
#[cfg(all(feature = "refresh-tokens", feature = "revocation"))]
use std::time::Duration;
use std::time::SystemTime;

#[cfg(feature = "oauth")]
use super::accept::NOT_YET;
use super::accept::{Acceptance, Accepted, Refusal, Signed, decode_text};
use super::key::Jwk;
use super::read::{ClaimNames, Members, Once, Registered, object};
use super::rotation::Rotation;
use crate::bits::Bits;
#[cfg(feature = "oauth")]
use crate::principal::Principal;
use crate::principal::{Facts, Source, Unread};
use crate::scheme::Setup;

/// Judges the tokens of a scheme.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(super) acceptance: Acceptance,
    pub(crate) names: ClaimNames,
    members: Members,
    /// Whether all claims are read by the definition.
    by_definition: bool,
}

/// A token that is accepted, and what it says.
pub(super) struct Judged {
    pub(super) accepted: Accepted,
    pub(super) said: Said,
}

/// What the claims say of a caller.
pub(super) enum Said {
    /// Read in one pass: what is not decided by is still a text.
    Read(Unread, Bits),
    /// Read by the definition.
    Facts(Box<Facts>),
}

/// When nobody is behind a token.
#[cfg(feature = "oauth")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// Now, though somebody will be later.
    NotYet,
    /// As far as anybody can tell.
    Never,
}

#[cfg(feature = "oauth")]
impl Unfit {
    fn for_the_reason(refusal: Refusal) -> Self {
        if NOT_YET.contains(&refusal) { Self::NotYet } else { Self::Never }
    }
}

impl Judge {
    pub(super) fn new(acceptance: Acceptance, names: ClaimNames, setup: &Setup) -> Self {
        let members = Members::new(&names, &setup.interner, setup.name());
        let by_definition = names.take_the_definition();
        Self { acceptance, names, members, by_definition }
    }

    /// Judges a token at a time.
    pub(super) fn judge(
        self: &Arc<Self>,
        token: &[u8],
        now: SystemTime,
    ) -> Result<Judged, Refusal> {
        let signed = self.acceptance.check(token, now)?;
        let read = decode_text(signed.payload(), |text| match self.read_fast(text) {
            Some(once) => self.read_once(signed, text, once),
            None => self.read_by_definition(signed, text),
        });
        read.unwrap_or(Err("the claims are not base64url of UTF-8"))
    }

    /// The caller behind a token, as the scheme of this set-up finds it at a time.
    ///
    /// # Errors
    ///
    /// If nobody is.
    #[cfg(feature = "oauth")]
    pub(crate) fn caller(
        self: &Arc<Self>,
        token: &[u8],
        now: SystemTime,
        setup: &Setup,
    ) -> Result<Principal, Unfit> {
        let judged = self.judge(token, now);
        let judged = judged.map_err(Unfit::for_the_reason)?;
        match judged.said {
            Said::Read(caller, bits) => Ok(setup.bind(caller, bits)),
            Said::Facts(facts) => setup.stamp((*facts).into()).map_err(|_| Unfit::Never),
        }
    }

    /// For how long after its `exp` a token is accepted.
    #[cfg(all(feature = "refresh-tokens", feature = "revocation"))]
    pub(crate) fn leeway(&self) -> Duration {
        self.acceptance.leeway
    }

    /// Whether a token is accepted at a time.
    ///
    /// # Errors
    ///
    /// Why it is not.
    pub(crate) fn accepts(self: &Arc<Self>, token: &[u8], now: SystemTime) -> Result<(), Refusal> {
        self.judge(token, now).map(drop)
    }

    fn read_fast<'a>(&self, text: &'a str) -> Option<Once<'a>> {
        if self.by_definition { None } else { self.members.read(text) }
    }

    fn read_once(
        self: &Arc<Self>,
        signed: Signed<'_>,
        text: &str,
        once: Once<'_>,
    ) -> Result<Judged, Refusal> {
        let Once { registered, subject, issuer, bits } = once;
        let accepted = signed.judge(&registered)?;
        let issuer = issuer.filter(|_| accepted.has_issuer).map(|issuer| issuer.range());
        let source = Arc::clone(self) as Arc<dyn Source>;
        let expires = accepted.window.expires;
        let unread = Unread::new(text, subject.range(), issuer, expires, source);
        Ok(Judged { accepted, said: Said::Read(unread, bits) })
    }

    fn read_by_definition(&self, signed: Signed<'_>, text: &str) -> Result<Judged, Refusal> {
        let claims = object(text)?;
        let mut registered = Registered::of(&claims)?;
        registered.audience = self.names.audience_of(&claims);
        let accepted = signed.judge(&registered)?;
        let mut facts = self.names.read(&claims, text.into())?;
        let issuer = registered.issuer.filter(|_| accepted.has_issuer);
        facts.issuer = issuer.map(|issuer| String::from_utf8_lossy(issuer).into());
        facts.expires = Some(accepted.window.expires);
        Ok(Judged { accepted, said: Said::Facts(Box::new(facts)) })
    }

    /// The public keys that were given here and verify at a time: nothing of an authority's.
    pub(crate) fn public_keys(&self, now: SystemTime) -> Vec<Jwk> {
        let own = self.acceptance.trusts.iter().filter(|trust| trust.rotation.is_some());
        let mut keys = Vec::new();
        for trust in own {
            let current = trust.ring.current();
            let in_use = current.iter().filter(|key| key.is_in_use(now));
            keys.extend(in_use.filter_map(|key| key.jwk().cloned()));
        }
        keys
    }

    /// The keys of an issuer, the scheme's own if none is named, if they were given here.
    pub(crate) fn rotation(&self, issuer: Option<&str>) -> Option<&Arc<Rotation>> {
        let mut trusts = self.acceptance.trusts.iter();
        let trust = match issuer {
            None => trusts.next(),
            Some(_) => trusts.find(|trust| trust.issuer.as_deref() == issuer),
        };
        trust?.rotation.as_ref()
    }

    /// Whether a token that one of the two accepts, the other may accept as well, although
    /// only one secret is behind both.
    pub(crate) fn is_confused_with(&self, other: &Self) -> bool {
        let (one, other) = (&self.acceptance.trusts, &other.acceptance.trusts);
        one.iter().any(|trust| other.iter().any(|two| trust.is_confused_with(two)))
    }
}

impl Source for Judge {
    fn read(&self, text: &Arc<str>) -> Option<Facts> {
        self.names.read(&object(text).ok()?, Arc::clone(text)).ok()
    }
}
