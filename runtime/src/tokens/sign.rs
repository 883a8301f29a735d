//! The writing and signing of a token (RFC 7515 §5.1, RFC 9068 §2).

use std::sync::Arc;
use std::time::UNIX_EPOCH;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};

use super::{Token, Tokens};
use crate::error::Error;
use crate::jwt::{ClaimNames, Judge, RESERVED, Rotation};
use crate::scheme::Registered;

/// What a scheme needs to sign tokens that it would itself accept.
#[derive(Debug)]
pub(crate) struct Issuer {
    /// One of them signs.
    pub(crate) keys: Arc<Rotation>,
    pub(crate) issuer: Option<String>,
    pub(crate) audience: Option<String>,
    /// The scheme's own rules: what it would not accept is not handed out.
    pub(crate) judge: Arc<Judge>,
}

pub(super) fn sign(token: &Token) -> Result<String, Error> {
    let scheme = token.from.registered()?;
    let issuer = scheme.issuer.as_ref().ok_or_else(|| {
        Error::internal(format!("the scheme `{}` has no key to sign with", scheme.setup.name()))
    })?;
    let claims = Value::Object(claims(token, scheme, issuer)?);
    let key = issuer.keys.signing().ok_or_else(|| Error::internal("no key signs"))?;
    let header = json!({
        "typ": "at+jwt",
        "alg": key.algorithm(),
        "kid": key.id(),
    });
    let part = |json: Value| URL_SAFE_NO_PAD.encode(json.to_string());
    let message = format!("{}.{}", part(header), part(claims));
    let signature = key.sign(message.as_bytes());
    let signature = signature.map_err(|error| Error::caused_by("a token was not signed", error))?;
    let signed = format!("{message}.{signature}");
    match issuer.judge.accepts(signed.as_bytes(), scheme.setup.clock().now()) {
        Ok(()) => Ok(signed),
        Err(why) => Err(Error::internal(format!("the scheme would not accept this token: {why}"))),
    }
}

impl Tokens {
    fn registered(&self) -> Result<&Arc<Registered>, Error> {
        let mut schemes = self.shared.schemes.iter();
        match &self.scheme {
            None => schemes.next().ok_or_else(|| Error::internal("no scheme is registered")),
            Some(name) => schemes
                .find(|scheme| scheme.setup.name() == name)
                .ok_or_else(|| Error::internal(format!("no scheme `{name}` is registered"))),
        }
    }
}

fn claims(
    token: &Token,
    scheme: &Registered,
    issuer: &Issuer,
) -> Result<Map<String, Value>, Error> {
    let names = &issuer.judge.names;
    let mut claims = own_claims(token, names)?;
    if let Some((sid, since)) = &token.session {
        for (name, value) in [("sid", json!(sid)), ("auth_time", json!(since))] {
            if claims.insert(name.to_owned(), value).is_some() {
                return Err(Error::internal(format!(
                    "the claim `{name}` is not set with `.claim`"
                )));
            }
        }
    }
    let mut set = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    if token.subject.is_empty() {
        return Err(Error::internal("a token needs a subject"));
    }
    set(&names.subject, json!(token.subject));
    let lists = [(&names.roles, &token.roles), (&names.permissions, &token.permissions)];
    for (names, values) in lists {
        if !values.is_empty() {
            set(preferred(names).ok_or_else(nested)?, json!(values));
        }
    }
    if !token.scopes.is_empty() {
        set(names.scopes.first().ok_or_else(nested)?, json!(scope(&token.scopes)?));
    }
    for (name, value) in [("iss", &issuer.issuer), ("aud", &issuer.audience)] {
        if let Some(value) = value {
            set(name, json!(value));
        }
    }
    let (now, expires) = times(token, scheme)?;
    for (name, value) in [("iat", now), ("nbf", now), ("exp", expires)] {
        set(name, json!(value));
    }
    set("jti", json!(id(scheme)?));
    Ok(claims)
}

/// The claims of the application.
fn own_claims(token: &Token, names: &ClaimNames) -> Result<Map<String, Value>, Error> {
    if let Some(name) = &token.repeated {
        return Err(Error::internal(format!("the claim `{name}` is set twice")));
    }
    let lists = [&names.roles, &names.permissions, &names.scopes];
    let mut claims = Map::new();
    for (name, value) in &token.claims {
        let listed = lists.iter().any(|names| names.contains(name))
            || names.nested.firsts().any(|first| first == name);
        if listed || *name == names.subject || name == "sub" || RESERVED.contains(&name.as_str()) {
            return Err(Error::internal(format!("the claim `{name}` is not set with `.claim`")));
        }
        let value = value.clone().ok_or_else(|| {
            Error::internal(format!("the claim `{name}` cannot be written as JSON"))
        })?;
        claims.insert(name.clone(), value);
    }
    Ok(claims)
}

fn nested() -> Error {
    Error::internal("the scheme reads this only inside of other claims, where nothing is written")
}

/// `roles` rather than `role`: what is written is a list.
fn preferred(names: &[String]) -> Option<&String> {
    names.last()
}

/// `scope-token *( SP scope-token )`, RFC 6749 §3.3.
fn scope(scopes: &[String]) -> Result<String, Error> {
    let allowed = |byte: u8| matches!(byte, 0x21 | 0x23..=0x5B | 0x5D..=0x7E);
    match scopes.iter().find(|scope| scope.is_empty() || !scope.bytes().all(allowed)) {
        Some(odd) => Err(Error::internal(format!("{odd:?} is no scope (RFC 6749 §3.3)"))),
        None => Ok(scopes.join(" ")),
    }
}

/// Now and the expiry, in seconds since 1970.
fn times(token: &Token, scheme: &Registered) -> Result<(u64, u64), Error> {
    let lifetime = token.lifetime.map(|lifetime| lifetime.as_secs()).unwrap_or_default();
    if lifetime == 0 {
        return Err(Error::internal("a token needs an expiry of at least one second"));
    }
    let now = scheme.setup.clock().now().duration_since(UNIX_EPOCH);
    let now = now.map_err(|error| Error::caused_by("the clock is before 1970", error))?.as_secs();
    let expires = now.checked_add(lifetime);
    Ok((now, expires.ok_or_else(|| Error::internal("the expiry is out of range"))?))
}

/// 128 random bits: no other token has them (RFC 7519 §4.1.7).
fn id(scheme: &Registered) -> Result<String, Error> {
    let mut bytes = [0; 16];
    let filled = scheme.setup.random().fill(&mut bytes);
    filled.map_err(|error| Error::caused_by("no random bytes for a token", error))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
