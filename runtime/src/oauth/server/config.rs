//! The metadata as the developer writes them.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;

use super::issuer::{Issuer, default_path};

#[doc = include_str!("../../../docs/authorization_server.md")]
#[derive(Clone, Debug)]
pub struct AuthorizationServer {
    pub(super) issuer: String,
    pub(super) http_on_localhost: bool,
    pub(super) base: Option<String>,
    pub(super) revocation: Option<Cow<'static, str>>,
    pub(super) introspection: Option<Cow<'static, str>>,
    /// `None` is no JSON.
    pub(super) further: Vec<(String, Option<Value>)>,
}

impl AuthorizationServer {
    /// The server of this issuer: the `iss` of the access tokens, an `https` URL without query
    /// and fragment.
    #[must_use]
    pub fn new(issuer: impl Into<String>) -> Self {
        Self {
            issuer: issuer.into(),
            http_on_localhost: false,
            base: None,
            revocation: None,
            introspection: None,
            further: Vec::new(),
        }
    }

    /// Takes an issuer of `http` whose host is this machine: for a try, and for tests.
    #[must_use]
    pub fn allow_http_on_localhost(mut self) -> Self {
        self.http_on_localhost = true;
        self
    }

    /// What the URLs of the endpoints begin with, before the path of the route, where that is not
    /// scheme, host and port of the issuer: behind a proxy that adds a path, for example.
    #[must_use]
    pub fn served_at(mut self, url: impl Into<String>) -> Self {
        self.base = Some(url.into());
        self
    }

    /// The route of the handler that takes a [`RevocationRequest`](crate::RevocationRequest), with
    /// the prefix of its group.
    #[must_use]
    pub fn revocation_endpoint(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.revocation = Some(path.into());
        self
    }

    /// The route of the handler that takes an
    /// [`IntrospectionRequest`](crate::IntrospectionRequest), with the prefix of its group.
    #[must_use]
    pub fn introspection_endpoint(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.introspection = Some(path.into());
        self
    }

    /// The OAuth scopes that clients may ask for: `scopes_supported`.
    #[must_use]
    pub fn scopes<N: Into<String>>(self, names: impl IntoIterator<Item = N>) -> Self {
        let names = names.into_iter().map(Into::into).collect::<Vec<String>>();
        self.member("scopes_supported", names)
    }

    /// Any other member, such as `service_documentation` (RFC 8414 §2).
    #[must_use]
    pub fn member(mut self, name: impl Into<String>, value: impl Serialize) -> Self {
        self.further.push((name.into(), serde_json::to_value(value).ok()));
        self
    }

    /// Where the metadata are served.
    pub(crate) fn path(&self) -> String {
        let issuer = Issuer::parse(&self.issuer, self.http_on_localhost);
        issuer.map_or_else(|_| default_path(), |issuer| issuer.metadata_path())
    }
}
