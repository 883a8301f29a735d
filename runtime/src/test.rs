//! Acting as a user in tests, without a token.

use actix_web::{HttpMessage, HttpRequest};
use serde::Serialize;

use crate::principal::Principal;

pub use crate::store::conformance;

/// A caller for a test: see [`caller`].
#[derive(Clone, Debug)]
pub struct Caller {
    principal: Principal,
    scheme: Option<String>,
    ambient: bool,
}

/// A caller that endpoints take for verified, without a token:
///
/// ```
/// use actix_web::test::TestRequest;
/// use portcullis::test;
///
/// let request = TestRequest::get().uri("/admin").to_request();
/// let request = test::caller().role("Admin").call(request);
/// ```
///
/// It is an extension of a request in this process: no header and no cookie can become one.
/// It counts as found by the first scheme of the endpoint, unless [`Caller::scheme`] names
/// another. Whatever that scheme is, the request is not taken for a forged one, unless
/// [`Caller::ambient`] asks for it.
#[must_use]
pub fn caller() -> Caller {
    Caller { principal: Principal::new("test-user"), scheme: None, ambient: false }
}

impl Caller {
    /// The subject, instead of `test-user`.
    #[must_use]
    pub fn id(self, subject: impl Into<String>) -> Self {
        self.with(|principal| principal.renamed(subject.into()))
    }

    /// Who vouches for the subject.
    #[must_use]
    pub fn issuer(self, issuer: impl Into<String>) -> Self {
        self.with(|principal| principal.issuer(issuer))
    }

    /// Adds a role.
    #[must_use]
    pub fn role(self, name: impl Into<String>) -> Self {
        self.with(|principal| principal.role(name))
    }

    /// Adds a permission.
    #[must_use]
    pub fn permission(self, name: impl Into<String>) -> Self {
        self.with(|principal| principal.permission(name))
    }

    /// Adds an OAuth scope.
    #[must_use]
    pub fn scope(self, name: impl Into<String>) -> Self {
        self.with(|principal| principal.scope(name))
    }

    /// Sets a claim.
    #[must_use]
    pub fn claim(self, name: impl Into<String>, value: impl Serialize) -> Self {
        self.with(|principal| principal.claim(name, value))
    }

    /// The scheme that has found the caller. An endpoint that does not accept it answers 401.
    #[must_use]
    pub fn scheme(mut self, name: impl Into<String>) -> Self {
        self.scheme = Some(name.into());
        self
    }

    /// Sends the credentials as browsers do with cookies: on an unsafe verb the request must come
    /// from a page of the application, as [`Csrf`](crate::Csrf) says.
    #[must_use]
    pub fn ambient(mut self) -> Self {
        self.ambient = true;
        self
    }

    /// Makes a request this caller's.
    pub fn call<R: HttpMessage>(self, request: R) -> R {
        request.extensions_mut().insert(self);
        request
    }

    fn with(mut self, change: impl FnOnce(Principal) -> Principal) -> Self {
        self.principal = change(self.principal);
        self
    }

    /// The caller that a test has made of a request.
    pub(crate) fn of(request: &HttpRequest) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }

    /// Whether the scheme at this position of an endpoint has found it.
    pub(crate) fn is_found_by(&self, position: usize, scheme: &str) -> bool {
        self.scheme.as_deref().map_or(position == 0, |own| own == scheme)
    }

    pub(crate) fn is_ambient(&self) -> bool {
        self.ambient
    }

    pub(crate) fn into_principal(self) -> Principal {
        self.principal
    }
}
