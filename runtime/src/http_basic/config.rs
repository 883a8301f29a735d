//! `HttpBasic` as the developer writes it.

use std::error::Error;
use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use actix_web::HttpRequest;

use super::check::{Function, PasswordCheck};
use super::password::Password;
use super::scheme::BasicScheme;
use super::throttle::{Attempts, Throttle};
use crate::principal::Principal;
use crate::problem::Problem;
use crate::scheme::{Challenge, IntoScheme, Prepared, Setup};

#[doc = include_str!("../../docs/http_basic.md")]
pub struct HttpBasic {
    pub(super) check: Box<dyn PasswordCheck>,
    pub(super) throttle: Throttle,
    pub(super) realm: Option<String>,
    pub(super) empty_passwords: bool,
    pub(super) address: Option<Box<Address>>,
    pub(super) account: Option<Box<Account>>,
}

/// Where a request comes from.
pub(super) type Address = dyn Fn(&HttpRequest) -> Option<IpAddr> + Send + Sync;

/// Which account a name stands for.
pub(super) type Account = dyn Fn(&str) -> String + Send + Sync;

impl HttpBasic {
    /// Callers whose name and password this closure knows: `Ok(None)` where either is wrong, an
    /// error where that cannot be found out (503).
    #[must_use]
    pub fn new<F>(check: F) -> Self
    where
        F: AsyncFn(&str, Password) -> Result<Option<Principal>, Box<dyn Error + Send + Sync>>
            + Send
            + Sync
            + 'static,
    {
        Self::checked_by(Function(check))
    }

    /// The same with a type instead of a closure.
    #[must_use]
    pub fn checked_by(check: impl PasswordCheck + 'static) -> Self {
        Self {
            check: Box::new(check),
            throttle: Throttle::new(),
            realm: None,
            empty_passwords: false,
            address: None,
            account: None,
        }
    }

    /// How many failed attempts there may be. Default: [`Throttle::new`].
    #[must_use]
    pub fn throttle(mut self, throttle: Throttle) -> Self {
        self.throttle = throttle;
        self
    }

    /// The protected area that browsers show where they ask for the password, instead of
    /// [`Builder::realm`](crate::Builder::realm).
    #[must_use]
    pub fn realm(mut self, realm: impl Into<String>) -> Self {
        self.realm = Some(realm.into());
        self
    }

    /// Hands empty passwords to the check, too. By default they are refused unasked: some
    /// directories take an empty password for an anonymous bind, and say yes (RFC 4513 §5.1.2).
    #[must_use]
    pub fn allow_empty_passwords(mut self) -> Self {
        self.empty_passwords = true;
        self
    }

    /// Where a request comes from, for counting failures, instead of the address of its
    /// connection. **Needed behind a proxy**, which otherwise is everybody's address. `None`
    /// where it is not known: such a request counts by its account alone.
    ///
    /// Anyone can send `X-Forwarded-For`. Believe it only of your own proxy, and only the entry
    /// that this one has added, which is the last:
    ///
    /// ```
    /// # use actix_web::HttpRequest;
    /// # use std::net::IpAddr;
    /// fn client(request: &HttpRequest) -> Option<IpAddr> {
    ///     let peer = request.peer_addr()?.ip();
    ///     if !peer.is_loopback() {
    ///         return Some(peer); // not through our proxy
    ///     }
    ///     let last = request.headers().get_all("x-forwarded-for").last()?;
    ///     last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
    /// }
    /// # let _: fn(portcullis::HttpBasic) -> portcullis::HttpBasic = |it| it.client_address(client);
    /// ```
    #[must_use]
    pub fn client_address(
        mut self,
        address: impl Fn(&HttpRequest) -> Option<IpAddr> + Send + Sync + 'static,
    ) -> Self {
        self.address = Some(Box::new(address));
        self
    }

    /// Which account a name stands for, for counting failures. By default letter case and
    /// blanks around it make no difference; say more where your check takes more names for one
    /// (mail addresses with a `+`, Unicode forms), or each of them may be tried anew.
    #[must_use]
    pub fn account_of(mut self, account: impl Fn(&str) -> String + Send + Sync + 'static) -> Self {
        self.account = Some(Box::new(account));
        self
    }
}

impl IntoScheme for HttpBasic {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let problems = self.throttle.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let attempts = Attempts::new(&self.throttle, setup).map_err(|error| {
            vec![Problem::new(format!("there are no random bytes for its throttle: {error}"))]
        })?;
        // RFC 7617 §2.1: the only value there is.
        let mut challenge = Challenge::new("Basic");
        if let Some(realm) = &self.realm {
            challenge = challenge.realm(realm);
        }
        let challenge = challenge.parameter("charset", "UTF-8");
        Ok(Prepared::new(BasicScheme {
            config: self,
            attempts: Arc::new(attempts),
            challenge,
            warned: AtomicBool::new(false),
        }))
    }
}

impl fmt::Debug for HttpBasic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpBasic")
            .field("check", &self.check)
            .field("throttle", &self.throttle)
            .finish_non_exhaustive()
    }
}
