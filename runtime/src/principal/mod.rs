//! Who is calling. What a principal may do is decided elsewhere.

mod allows;
#[cfg(feature = "_jwt")]
mod bytes;
mod claims;
mod extract;
mod facts;
mod known;
#[cfg(feature = "revocation")]
mod marks;
mod stamp;
pub mod typed;
#[cfg(feature = "_jwt")]
mod unread;

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::hierarchy::Hierarchy;
use crate::rule::Atom;

pub(crate) use claims::{ClaimSet, present};
pub use extract::Claims;
pub(crate) use facts::Facts;
use known::Known;
#[cfg(feature = "_jwt")]
pub(crate) use stamp::SCHEME_ISSUER;
use stamp::Stamp;
pub(crate) use stamp::{InstanceId, SchemeId};
pub use typed::{FromPrincipal, Mismatch};
#[cfg(feature = "_jwt")]
pub(crate) use unread::{Source, Unread};

/// A caller that a scheme has verified. Cheap to clone.
///
/// As an argument of a handler it is the caller of this request; `Option<Principal>` is
/// `None` on a verb that is anonymous when nobody, or nobody known, is calling.
///
/// A [`Scheme`](crate::Scheme) makes one with [`Principal::new`] and the setters; the guard
/// then binds it to the running [`Portcullis`](crate::Portcullis). A setter undoes that bond:
/// a principal that was changed in a handler is nobody to every policy.
#[derive(Clone)]
pub struct Principal {
    known: Arc<Known>,
    stamp: Option<Stamp>,
    /// Where it was stamped before it was changed.
    #[cfg(feature = "cookie-session")]
    origin: Option<(InstanceId, Arc<SchemeId>)>,
}

impl Principal {
    /// A caller that is known under this name to whoever verified it. Not empty.
    #[must_use]
    pub fn new(subject: impl Into<String>) -> Self {
        Facts::new(subject.into()).into()
    }

    /// Who vouches for the subject (the `iss` of a token). Without one, the scheme does.
    #[must_use]
    pub fn issuer(self, issuer: impl Into<String>) -> Self {
        let changed = self.with(|facts| facts.issuer = Some(issuer.into().into()));
        #[cfg(feature = "cookie-session")]
        let changed = Self { origin: None, ..changed };
        changed
    }

    /// Adds a role.
    #[must_use]
    pub fn role(self, name: impl Into<String>) -> Self {
        self.with(|facts| facts.roles.push(name.into().into()))
    }

    /// Adds a permission.
    #[must_use]
    pub fn permission(self, name: impl Into<String>) -> Self {
        self.with(|facts| facts.permissions.push(name.into().into()))
    }

    /// Adds an OAuth scope.
    #[must_use]
    pub fn scope(self, name: impl Into<String>) -> Self {
        self.with(|facts| facts.scopes.push(name.into().into()))
    }

    /// Sets a claim; replaces the one of the same name. A value that is not representable in
    /// JSON (a map with keys that are no strings) becomes `null`, which counts as absent.
    #[must_use]
    pub fn claim(self, name: impl Into<String>, value: impl Serialize) -> Self {
        let value = serde_json::to_value(value).unwrap_or_default();
        self.with(|facts| facts.claims.set(name.into(), value))
    }

    /// Until when the scheme vouches for this caller; from then on it is nobody.
    #[must_use]
    pub fn expires(self, at: SystemTime) -> Self {
        self.with(|facts| facts.expires = Some(at))
    }

    /// The subject: unique for its issuer (RFC 7519 §4.1.2).
    #[must_use]
    pub fn id(&self) -> &str {
        self.known.subject()
    }

    /// Who vouches for the subject: a token's `iss`, else `urn:portcullis:scheme:` with the
    /// name of the scheme. A user is known by this and [`Principal::id`] together.
    #[must_use]
    pub fn issued_by(&self) -> &str {
        let scheme = self.stamp.as_ref().map(|stamp| stamp.scheme.issuer());
        self.known.issuer().or(scheme).unwrap_or_default()
    }

    /// The name of the scheme that authenticated this caller; empty before the guard has
    /// seen it.
    #[must_use]
    pub fn scheme(&self) -> &str {
        self.stamp.as_ref().map_or("", |stamp| stamp.scheme.name())
    }

    /// The roles, as the scheme found them: without those that they imply.
    pub fn roles(&self) -> impl Iterator<Item = &str> {
        self.facts().roles.iter().map(AsRef::as_ref)
    }

    /// The permissions, as the scheme found them: without those that the roles grant.
    pub fn permissions(&self) -> impl Iterator<Item = &str> {
        self.facts().permissions.iter().map(AsRef::as_ref)
    }

    /// The OAuth scopes, as the scheme found them.
    pub fn scopes(&self) -> impl Iterator<Item = &str> {
        self.facts().scopes.iter().map(AsRef::as_ref)
    }

    /// Whether the caller has exactly this role, or one that implies it by
    /// [`Builder::role_implies`](crate::Builder::role_implies) of the instance whose guard has
    /// seen the caller: what policies go by. Before that, whether the scheme has found it.
    #[must_use]
    pub fn has_role(&self, name: impl AsRef<str>) -> bool {
        self.facts().have_role(self.hierarchy(), name.as_ref())
    }

    /// Whether the caller has exactly this permission, or a role that grants it by
    /// [`Builder::role_grants`](crate::Builder::role_grants), as for [`Principal::has_role`].
    #[must_use]
    pub fn has_permission(&self, name: impl AsRef<str>) -> bool {
        self.facts().have_permission(self.hierarchy(), name.as_ref())
    }

    /// Whether the caller was granted exactly this scope.
    #[must_use]
    pub fn has_scope(&self, name: impl AsRef<str>) -> bool {
        self.scopes().any(|scope| scope == name.as_ref())
    }

    /// Whether the claim is present: neither missing nor null, an empty string or an empty
    /// array.
    #[must_use]
    pub fn has_claim(&self, name: impl AsRef<str>) -> bool {
        self.facts().claims.get(name.as_ref()).is_some_and(|claim| present(&claim))
    }

    /// The claim of this name, if it is there and a `T`.
    #[must_use]
    pub fn claim_as<T: DeserializeOwned>(&self, name: impl AsRef<str>) -> Option<T> {
        let value = self.facts().claims.get(name.as_ref())?;
        T::deserialize(&*value).ok()
    }

    /// Until when the scheme vouches for this caller, if it says so: for a token its `exp`, and
    /// the leeway.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.known.expires()
    }

    #[cfg(feature = "test-util")]
    pub(crate) fn renamed(self, subject: String) -> Self {
        self.with(|facts| facts.subject = subject.into())
    }

    pub(crate) fn facts(&self) -> &Facts {
        self.known.facts()
    }

    /// Whether a name of a rule is true of this caller, by the definition.
    pub(crate) fn has(&self, atom: &Atom) -> bool {
        self.facts().have(self.scheme(), self.hierarchy(), atom)
    }

    /// The hierarchy of the instance whose guard has seen the caller.
    pub(crate) fn hierarchy(&self) -> &Hierarchy {
        self.stamp.as_ref().map_or(Hierarchy::none(), |stamp| stamp.scheme.hierarchy())
    }

    fn with(mut self, change: impl FnOnce(&mut Facts)) -> Self {
        match Arc::get_mut(&mut self.known).and_then(Known::told) {
            Some(facts) => change(facts),
            None => {
                let mut facts = self.facts().clone();
                change(&mut facts);
                self.known = Arc::new(facts.into());
            }
        }
        let stamp = self.stamp.take();
        #[cfg(feature = "cookie-session")]
        if let Some(stamp) = stamp {
            self.origin = Some((stamp.instance, stamp.scheme));
        }
        #[cfg(not(feature = "cookie-session"))]
        drop(stamp);
        self
    }
}

impl From<Facts> for Principal {
    fn from(facts: Facts) -> Self {
        Self {
            known: Arc::new(facts.into()),
            stamp: None,
            #[cfg(feature = "cookie-session")]
            origin: None,
        }
    }
}

/// Says who it is; claims may be private and are left out.
impl fmt::Debug for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Principal")
            .field("id", &self.id())
            .field("issued_by", &self.issued_by())
            .field("scheme", &self.scheme())
            .finish_non_exhaustive()
    }
}
