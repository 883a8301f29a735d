//! From what a developer wrote to the metadata, or to all that is wrong with it.

use std::panic::Location;

use actix_web::web::Bytes;
use serde_json::{Map, Value, json};

use super::config::AuthorizationServer;
use super::issuer::Issuer;
use crate::problem::Problem;

/// What the rest of an instance says that the metadata tell.
pub(crate) struct Publishing<'a> {
    /// Who signs the access tokens of the refresh endpoint, and where that is; `None` where there
    /// is none.
    pub(crate) tokens: Option<(Signer<'a>, &'a str)>,
    /// Where the public keys are.
    pub(crate) keys: Option<&'a str>,
    /// The authentication schemes of HTTP that a client may use at a `POST` route; empty for one
    /// that is anonymous, `None` where no route is.
    pub(crate) schemes_at: &'a dyn Fn(&str) -> Option<Vec<String>>,
    /// What to tell of a path that no route has.
    pub(crate) hint: &'a dyn Fn(&str) -> String,
}

/// Whose name the access tokens bear.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Signer<'a> {
    /// That cannot be said.
    Unknown,
    /// Nobody's.
    Unnamed,
    Named(&'a str),
}

impl AuthorizationServer {
    /// The metadata, of the first server that was given.
    pub(crate) fn prepare(
        given: Vec<(Self, &'static Location<'static>)>,
        publishing: &Publishing<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<Bytes> {
        let mut given = given.into_iter();
        let (server, place) = given.next()?;
        problems.extend(given.map(|(_, place)| {
            let message = "`authorization_server` is said twice; keep one of the two";
            Problem::new(message).at_call(place)
        }));
        let mut faults = Vec::new();
        let document = server.document(publishing, &mut faults);
        problems.extend(faults.into_iter().map(|fault| {
            Problem::new(format!("the authorization server: {fault}")).at_call(place)
        }));
        Some(Value::Object(document).to_string().into())
    }

    /// RFC 8414 §2
    fn document(
        &self,
        publishing: &Publishing<'_>,
        faults: &mut Vec<String>,
    ) -> Map<String, Value> {
        let base = self.base(faults);
        let url = |path: &str| json!(format!("{base}{path}"));
        let mut document = Map::new();
        document.insert("issuer".to_owned(), json!(self.issuer));
        document.insert("response_types_supported".to_owned(), json!([]));
        document.insert("grant_types_supported".to_owned(), json!(["refresh_token"]));
        if let Some(path) = self.tokens(publishing, faults) {
            document.insert("token_endpoint".to_owned(), url(path));
            // Whoever has the token is the client: others are not known.
            let methods = json!(["none"]);
            document.insert("token_endpoint_auth_methods_supported".to_owned(), methods);
        }
        if let Some(path) = publishing.keys {
            document.insert("jwks_uri".to_owned(), url(path));
        }
        let named = [
            ("revocation_endpoint", &self.revocation, false),
            ("introspection_endpoint", &self.introspection, true),
        ];
        for (name, path, takes_tokens) in named {
            let Some(path) = path else { continue };
            document.insert(name.to_owned(), url(path));
            match (publishing.schemes_at)(path) {
                Some(schemes) => {
                    let methods = methods(&schemes, takes_tokens);
                    // RFC 8414 §3.2: nothing is said with an empty list.
                    if !methods.is_empty() {
                        let name = format!("{name}_auth_methods_supported");
                        document.insert(name, json!(methods));
                    }
                }
                None => faults.push(format!(
                    "no `POST` route is at `{path}`, its `{name}`{}",
                    (publishing.hint)(path)
                )),
            }
        }
        self.add_further(&mut document, faults);
        document
    }

    /// What the URLs of the endpoints begin with.
    fn base(&self, faults: &mut Vec<String>) -> String {
        let mut read = |url: &str, what: &str| match Issuer::parse(url, self.http_on_localhost) {
            Ok(issuer) => issuer.origin.to_owned(),
            Err(fault) => {
                faults.push(format!("{what} `{url}` {fault}"));
                String::new()
            }
        };
        let origin = read(&self.issuer, "the issuer");
        match &self.base {
            None => origin,
            Some(base) => {
                read(base, "`.served_at`");
                base.strip_suffix('/').unwrap_or(base).to_owned()
            }
        }
    }

    /// Where tokens are renewed.
    fn tokens<'a>(&self, publishing: &Publishing<'a>, faults: &mut Vec<String>) -> Option<&'a str> {
        let Some((signer, path)) = publishing.tokens else {
            faults.push("there is no token endpoint; add `.refresh_tokens(…)`".to_owned());
            return None;
        };
        match signer {
            Signer::Unknown => {}
            Signer::Named(issuer) if issuer == self.issuer => {}
            Signer::Named(issuer) => faults.push(format!(
                "its issuer is `{}`, and that of the access tokens `{issuer}`; they must be the \
                 same, to the letter",
                self.issuer
            )),
            Signer::Unnamed => faults.push(format!(
                "the scheme that signs the access tokens names no issuer; add \
                 `.issuer(\"{}\")` to it",
                self.issuer
            )),
        }
        Some(path)
    }

    fn add_further(&self, document: &mut Map<String, Value>, faults: &mut Vec<String>) {
        for (name, value) in &self.further {
            match value {
                None => faults.push(format!("the member `{name}` cannot be written as JSON")),
                Some(value) => {
                    if document.insert(name.clone(), value.clone()).is_some() {
                        faults.push(format!("the member `{name}` is there already"));
                    }
                }
            }
        }
    }
}

/// How clients prove who they are, in the words of RFC 8414 §2, as far as it has any.
fn methods(schemes: &[String], takes_tokens: bool) -> Vec<&'static str> {
    if schemes.is_empty() {
        return vec!["none"];
    }
    let known = schemes.iter().filter_map(|scheme| {
        let is = |name: &str| scheme.eq_ignore_ascii_case(name);
        let method = is("Basic").then_some("client_secret_basic");
        method.or_else(|| (is("Bearer") && takes_tokens).then_some("Bearer"))
    });
    let mut known = known.collect::<Vec<_>>();
    known.dedup();
    known
}
