//! A scheme that is ready to serve, and as an instance has registered it.

use std::fmt;
#[cfg(any(feature = "_jwt", feature = "cookie-session"))]
use std::sync::Arc;

use super::amended::{Amend, Amended};
use super::challenges::Challenges;
use super::{Challenge, Scheme, Setup};
use crate::principal::Principal;
use crate::problem::Problem;
use crate::sign_in::SignInPage;

#[cfg(feature = "_jwt")]
use crate::jwt::Judge;
#[cfg(feature = "cookie-session")]
use crate::session::Keeper;
#[cfg(feature = "_jwt")]
use crate::tokens::Issuer;

/// A scheme, ready to serve.
pub struct Prepared {
    scheme: Box<dyn Scheme>,
    responds: bool,
    binds: bool,
    #[cfg(feature = "revocation")]
    amends: bool,
    #[cfg(feature = "_jwt")]
    issuer: Option<Issuer>,
    #[cfg(feature = "_jwt")]
    judge: Option<Arc<Judge>>,
    #[cfg(feature = "cookie-session")]
    keeper: Option<Arc<Keeper>>,
}

impl Prepared {
    /// A scheme that recognizes callers.
    #[must_use]
    pub fn new(scheme: impl Scheme + 'static) -> Self {
        Self {
            scheme: Box::new(scheme),
            responds: true,
            binds: false,
            #[cfg(feature = "revocation")]
            amends: false,
            #[cfg(feature = "_jwt")]
            issuer: None,
            #[cfg(feature = "_jwt")]
            judge: None,
            #[cfg(feature = "cookie-session")]
            keeper: None,
        }
    }

    /// A scheme whose [`Scheme::respond`] does nothing, so that nobody need call it.
    #[cfg(feature = "_jwt")]
    pub(crate) fn silent(mut self) -> Self {
        self.responds = false;
        self
    }

    /// A scheme that calls [`Setup::stamp`] itself, or has done so and knows that the caller is
    /// still vouched for: it need not be done again, nor the clock be read twice.
    #[cfg(feature = "_jwt")]
    pub(crate) fn binding(mut self) -> Self {
        self.binds = true;
        self
    }

    /// A scheme that accepts tokens.
    #[cfg(feature = "_jwt")]
    pub(crate) fn judging(mut self, judge: Arc<Judge>) -> Self {
        self.judge = Some(judge);
        self
    }

    /// A scheme that keeps sessions.
    #[cfg(feature = "cookie-session")]
    pub(crate) fn keeping(mut self, keeper: Arc<Keeper>) -> Self {
        self.keeper = Some(keeper);
        self
    }

    /// A scheme that makes tokens too.
    #[cfg(feature = "_jwt")]
    pub(crate) fn issuing(mut self, issuer: Issuer) -> Self {
        self.issuer = Some(issuer);
        self
    }

    /// The same scheme, with something done to its callers. Who comes out may have been found for
    /// an earlier request, or long ago if that took waiting: it is looked at again.
    pub(crate) fn amended(mut self, amend: Box<dyn Amend>, setup: &Setup) -> Self {
        self.binds = false;
        self.scheme = Box::new(Amended::new(self.scheme, amend, setup.clone()));
        // What comes out of it may be a caller of long ago.
        self.binds = false;
        #[cfg(feature = "revocation")]
        {
            self.amends = true;
        }
        self
    }

    pub(crate) fn register(self, setup: Setup, realm: &str) -> Result<Registered, Vec<Problem>> {
        let ambient = self.scheme.ambient();
        let challenge = self.scheme.challenge().with_realm(realm);
        let mut problems = self.scheme.check();
        problems.extend(challenge.check());
        let sign_in_page = self.scheme.sign_in_page().and_then(|path| {
            let page = SignInPage::parse(path);
            let message = || format!("the sign-in page `{path}` is no path on this server");
            problems.extend(page.is_none().then(|| Problem::new(message())));
            page
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Registered {
            setup,
            challenges: Challenges::write(&challenge),
            challenge,
            responds: self.responds,
            binds: self.binds,
            #[cfg(feature = "revocation")]
            amends: self.amends,
            ambient,
            sign_in_page,
            scheme: self.scheme,
            #[cfg(feature = "_jwt")]
            issuer: self.issuer,
            #[cfg(feature = "_jwt")]
            judge: self.judge,
            #[cfg(feature = "cookie-session")]
            keeper: self.keeper,
        })
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared").field("scheme", &self.scheme).finish_non_exhaustive()
    }
}

/// A scheme of an instance.
#[derive(Debug)]
pub(crate) struct Registered {
    pub(crate) setup: Setup,
    pub(crate) challenge: Challenge,
    pub(crate) challenges: Challenges,
    /// Whether the scheme may do something once its caller has entered: [`Scheme::entered`],
    /// [`Scheme::respond`].
    pub(crate) responds: bool,
    binds: bool,
    /// Whether something is done to callers after they are found.
    #[cfg(feature = "revocation")]
    pub(crate) amends: bool,
    /// Whether browsers send its credentials unasked.
    pub(crate) ambient: bool,
    pub(crate) sign_in_page: Option<SignInPage>,
    pub(crate) scheme: Box<dyn Scheme>,
    #[cfg(feature = "_jwt")]
    pub(crate) issuer: Option<Issuer>,
    #[cfg(feature = "_jwt")]
    pub(crate) judge: Option<Arc<Judge>>,
    #[cfg(feature = "cookie-session")]
    pub(crate) keeper: Option<Arc<Keeper>>,
}

impl Registered {
    /// Binds a caller that this scheme has found to the instance, if it is not done.
    ///
    /// # Errors
    ///
    /// Why the caller is nobody here.
    pub(crate) fn bind(&self, caller: Principal) -> Result<Principal, &'static str> {
        if self.binds && caller.is_found_by(&self.setup.scheme) {
            return Ok(caller);
        }
        self.setup.stamp(caller)
    }
}
