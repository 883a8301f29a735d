//! The bond between a principal and the instance whose guard has seen it.

use std::num::NonZeroU64;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use super::Principal;
#[cfg(feature = "_jwt")]
use super::Unread;
#[cfg(feature = "_jwt")]
use super::known::What;
use crate::bits::Bits;
use crate::decision::Standing;
use crate::hierarchy::Hierarchy;
use crate::interner::Interner;
#[cfg(feature = "revocation")]
use crate::revocation::{Fingerprint, Kind};

/// Which `Portcullis` of this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InstanceId(NonZeroU64);

impl InstanceId {
    pub(crate) fn new() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let number = LAST.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        Self(NonZeroU64::new(number).unwrap_or(NonZeroU64::MAX))
    }
}

/// What a caller remembers of the scheme: its name, the issuer of callers for whom it alone
/// vouches, and what roles bring with them where it is registered.
#[derive(Debug)]
pub(crate) struct SchemeId {
    name: Box<str>,
    issuer: Box<str>,
    hierarchy: Arc<Hierarchy>,
    #[cfg(feature = "revocation")]
    issuer_mark: std::sync::OnceLock<Fingerprint>,
}

/// What every issuer of callers without one begins with. No token may carry it as `iss`.
pub(crate) const SCHEME_ISSUER: &str = "urn:portcullis:scheme:";

impl SchemeId {
    pub(crate) fn new(name: &str, hierarchy: Arc<Hierarchy>) -> Self {
        Self {
            name: name.into(),
            issuer: format!("{SCHEME_ISSUER}{name}").into(),
            hierarchy,
            #[cfg(feature = "revocation")]
            issuer_mark: std::sync::OnceLock::new(),
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn issuer(&self) -> &str {
        &self.issuer
    }

    pub(crate) fn hierarchy(&self) -> &Hierarchy {
        &self.hierarchy
    }

    /// The fingerprint of the issuer.
    #[cfg(feature = "revocation")]
    pub(crate) fn issuer_mark(&self) -> Fingerprint {
        *self.issuer_mark.get_or_init(|| Fingerprint::of(Kind::Issuer, &self.issuer))
    }
}

/// What the guard of an instance puts on a principal.
#[derive(Clone, Debug)]
pub(crate) struct Stamp {
    pub(crate) instance: InstanceId,
    pub(crate) scheme: Arc<SchemeId>,
    /// What the caller has, in the bits of that instance.
    pub(crate) bits: Bits,
    /// Two of the caller's roles exclude each other there.
    pub(crate) in_conflict: bool,
}

impl Principal {
    /// Binds a principal that a scheme has found to an instance.
    ///
    /// # Errors
    ///
    /// Why it is nobody here: it is bound to another instance, which has verified it, it has
    /// no name, its time is over, or its issuer is nobody who could vouch for it.
    pub(crate) fn stamped(
        self,
        instance: InstanceId,
        scheme: &Arc<SchemeId>,
        interner: &Interner,
        now: SystemTime,
    ) -> Result<Self, &'static str> {
        self.is_sound(instance, now)?;
        match &self.stamp {
            Some(stamp) if Arc::ptr_eq(&stamp.scheme, scheme) => return Ok(self),
            Some(_) | None => {}
        }
        // Its issuer was looked at when this scheme found it; only the rest was changed since.
        #[cfg(feature = "cookie-session")]
        let is_known = self.origin.as_ref().is_some_and(|(_, own)| Arc::ptr_eq(own, scheme));
        #[cfg(not(feature = "cookie-session"))]
        let is_known = false;
        if !is_known && self.known.issuer().is_some_and(|issuer| is_foreign(issuer, scheme)) {
            return Err(NO_ISSUER);
        }
        Ok(self.bind(instance, scheme, interner))
    }

    /// The same for a principal that the scheme has kept since it was signed in: its issuer was
    /// looked at then.
    ///
    /// # Errors
    ///
    /// Why it is nobody here.
    #[cfg(feature = "cookie-session")]
    pub(crate) fn stamped_as_kept(
        self,
        instance: InstanceId,
        scheme: &Arc<SchemeId>,
        interner: &Interner,
        now: SystemTime,
    ) -> Result<Self, &'static str> {
        self.is_sound(instance, now)?;
        Ok(self.bind(instance, scheme, interner))
    }

    /// Who vouches for this principal where it is handed to a scheme: an issuer of its own, or
    /// the scheme of this instance that has found it; `None` is the scheme it is handed to.
    ///
    /// # Errors
    ///
    /// If its issuer is nobody who could vouch for it.
    #[cfg(feature = "cookie-session")]
    pub(crate) fn vouched_for(
        &self,
        instance: InstanceId,
        scheme: &SchemeId,
    ) -> Result<Option<&str>, &'static str> {
        let issuer = self.known.issuer();
        // A principal that was changed since is still the same user.
        let stamped = self.stamp.as_ref().map(|stamp| (stamp.instance, &stamp.scheme));
        let origin = self.origin.as_ref().map(|(instance, scheme)| (*instance, scheme));
        match stamped.or(origin) {
            Some((own, scheme)) if own == instance => Ok(issuer.or(Some(scheme.issuer()))),
            Some(_) => Err(FOREIGN),
            None if issuer.is_some_and(|issuer| is_foreign(issuer, scheme)) => Err(NO_ISSUER),
            None => Ok(issuer),
        }
    }

    fn is_sound(&self, instance: InstanceId, now: SystemTime) -> Result<(), &'static str> {
        if self.known.subject().is_empty() {
            return Err("the caller has no subject");
        }
        if self.known.expires().is_some_and(|until| until <= now) {
            return Err("the scheme does not vouch for the caller any more");
        }
        match &self.stamp {
            Some(stamp) if stamp.instance != instance => Err(FOREIGN),
            Some(_) | None => Ok(()),
        }
    }

    fn bind(mut self, instance: InstanceId, scheme: &Arc<SchemeId>, interner: &Interner) -> Self {
        let mut bits = interner.bits(self.facts());
        if let Some(bit) = interner.scheme(scheme.name()) {
            bits.insert(bit);
        }
        let in_conflict = interner.in_conflict(&bits);
        self.stamp = Some(Stamp { instance, scheme: Arc::clone(scheme), bits, in_conflict });
        self
    }

    /// A caller that a scheme of this crate has found, with the bits that it has found, its own
    /// among them. INVARIANT: the scheme has seen to all that [`Principal::stamped`] asks.
    #[cfg(feature = "_jwt")]
    pub(crate) fn bound(
        unread: Unread,
        bits: Bits,
        instance: InstanceId,
        scheme: &Arc<SchemeId>,
        interner: &Interner,
    ) -> Self {
        let in_conflict = interner.in_conflict(&bits);
        let stamp = Stamp { instance, scheme: Arc::clone(scheme), bits, in_conflict };
        Self {
            known: Arc::new(What::Unread(unread).into()),
            stamp: Some(stamp),
            #[cfg(feature = "cookie-session")]
            origin: None,
        }
    }

    /// Whether this scheme has found the caller.
    pub(crate) fn is_found_by(&self, scheme: &Arc<SchemeId>) -> bool {
        self.stamp.as_ref().is_some_and(|stamp| Arc::ptr_eq(&stamp.scheme, scheme))
    }

    /// How this caller stands with an instance: nobody, unless that one's guard has seen it.
    pub(crate) fn standing(&self, instance: InstanceId) -> Standing<'_> {
        match self.stamp.as_ref().filter(|stamp| stamp.instance == instance) {
            None => Standing::Nobody,
            Some(stamp) if stamp.in_conflict => Standing::Conflicting,
            Some(stamp) => Standing::Known(&stamp.bits),
        }
    }
}

const NO_ISSUER: &str = "the caller's issuer is empty, or another scheme of this program";

const FOREIGN: &str = "the caller belongs to another `Portcullis`";

/// Whether an issuer would make the caller nobody's user, or another scheme's.
fn is_foreign(issuer: &str, scheme: &SchemeId) -> bool {
    issuer.is_empty() || (issuer.starts_with(SCHEME_ISSUER) && issuer != scheme.issuer())
}
