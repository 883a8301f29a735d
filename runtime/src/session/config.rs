//! A scheme of sessions as the developer writes it.

use std::fmt;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::Limits;
use crate::dangerous::Dangerous;
use crate::store::SessionStore;

/// Recognizes browsers by a session cookie: a [scheme](crate::Scheme). [`Sessions`] signs in and
/// out.
///
/// The cookie is `__Host-session`, for this host alone, `Secure`, `HttpOnly` and `SameSite=Lax`,
/// also behind a proxy that ends TLS. Requests that change something are checked as
/// [`Csrf`](crate::Csrf) says.
///
/// ```
/// use portcullis::{CookieSession, Limits, MemoryStore, Portcullis};
///
/// let builder = Portcullis::builder()
///     .scheme("cookie", CookieSession::stored(MemoryStore::new()).limits(Limits::aal2()));
/// ```
///
/// [`Sessions`]: crate::Sessions
#[derive(Clone)]
pub struct CookieSession {
    pub(super) keeping: Keeping,
    pub(super) limits: Limits,
    pub(super) name: Option<String>,
    pub(super) plain: bool,
    pub(super) sign_in_page: Option<String>,
}

#[derive(Clone)]
pub(super) enum Keeping {
    Sealed(Vec<Zeroizing<Vec<u8>>>),
    Stored(Arc<dyn SessionStore>),
}

impl CookieSession {
    /// Sessions in a store. The cookie holds a random id of 256 bits, the store only a hash of
    /// it: nobody who reads the store can make a cookie. Signing out ends the session at once,
    /// for whoever has the cookie.
    ///
    /// Where the store cannot be asked, the answer is 503.
    #[must_use]
    pub fn stored(store: impl SessionStore + 'static) -> Self {
        Self::keeping(Keeping::Stored(Arc::new(store)))
    }

    /// Sessions in the cookie itself, encrypted and authenticated (XChaCha20-Poly1305), with no
    /// store. The first key seals, all open: to rotate, put a new key first, and leave the old
    /// one out when the absolute limit has passed. A key is at least 32 random bytes.
    ///
    /// Nobody can end such a session before its time. Signing out makes the browser forget it;
    /// a copy of the cookie that somebody else has taken stays good.
    #[must_use]
    pub fn sealed<K: AsRef<[u8]>>(keys: impl IntoIterator<Item = K>) -> Self {
        let keys = keys.into_iter().map(|key| Zeroizing::new(key.as_ref().to_vec()));
        Self::keeping(Keeping::Sealed(keys.collect()))
    }

    /// How long sessions last. Default: [`Limits::aal2`]. Shorter limits apply to sessions that
    /// have begun, too.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The name of the cookie, which begins with `__Host-` (RFC 6265bis §4.1.3.2). Default:
    /// `__Host-session`.
    #[must_use]
    pub fn cookie_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The path of the page that signs in, such as `/sign-in`. Whoever has no session, and is on
    /// the way to a page, is sent there instead of being answered with 401: see
    /// [`Scheme::sign_in_page`](crate::Scheme::sign_in_page), and
    /// [`ReturnTo`](crate::ReturnTo) for the way back.
    #[must_use]
    pub fn sign_in_page(mut self, path: impl Into<String>) -> Self {
        self.sign_in_page = Some(path.into());
        self
    }

    /// What makes sessions less safe.
    #[must_use]
    pub fn dangerous(self) -> Dangerous<Self> {
        Dangerous(self)
    }

    fn keeping(keeping: Keeping) -> Self {
        Self { keeping, limits: Limits::default(), name: None, plain: false, sign_in_page: None }
    }
}

impl Dangerous<CookieSession> {
    /// For development without TLS, with browsers that keep no `Secure` cookies on localhost:
    /// the cookie is not `Secure`, and its name is without `__Host-`. It is set and accepted on
    /// this machine alone, from a loopback address to `localhost`, and not where a proxy passes
    /// on a `Host` or adds `Forwarded`, `Via` or `X-Forwarded-…`. One that does none of these, as
    /// some do unless they are told, cannot be seen. Start-up warns of it.
    #[must_use]
    pub fn plain_http_on_localhost(mut self) -> CookieSession {
        self.0.plain = true;
        self.0
    }
}

/// Prints no key.
impl fmt::Debug for CookieSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keeping = match &self.keeping {
            Keeping::Sealed(keys) => format!("sealed with {} keys", keys.len()),
            Keeping::Stored(store) => format!("stored in {store:?}"),
        };
        f.debug_struct("CookieSession")
            .field("keeping", &keeping)
            .field("limits", &self.limits)
            .field("name", &self.name)
            .field("plain", &self.plain)
            .field("sign_in_page", &self.sign_in_page)
            .finish()
    }
}
