//! What a request for the next access token says: a form (RFC 6749 §6), or the same as JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use zeroize::Zeroizing;

use super::refusal::Refusal;

/// Of a request: each is compared with all before it.
const MOST: usize = 64;

/// The parameters of a request, each at most once.
#[derive(Clone, Default)]
pub(super) struct Parameters {
    pub(super) refresh_token: Option<Zeroizing<String>>,
    pub(super) grant_type: Option<String>,
    pub(super) scope: Option<String>,
    further: BTreeMap<String, String>,
}

impl Parameters {
    /// Reads a body of one of the two kinds; one that is empty says nothing.
    ///
    /// # Errors
    ///
    /// What is wrong with it. A parameter must not be there twice (RFC 6749 §3.2).
    pub(super) fn read(content_type: Option<&str>, body: &[u8]) -> Result<Self, Refusal> {
        let essence = content_type.and_then(|value| value.split(';').next()).map(str::trim);
        let pairs = match essence {
            _ if body.is_empty() => Vec::new(),
            Some(kind) if kind.eq_ignore_ascii_case("application/json") => json(body)?,
            Some(kind) if kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") => {
                form(body)?
            }
            Some(_) | None => return Err(Refusal::Request("the body is no form and no JSON")),
        };
        let mut parameters = Self::default();
        for (name, value) in pairs {
            parameters.add(name, value)?;
        }
        Ok(parameters)
    }

    pub(super) fn further(&self, name: &str) -> Option<&str> {
        self.further.get(name).map(String::as_str)
    }

    fn add(&mut self, name: String, value: Value) -> Result<(), Refusal> {
        let place = match name.as_str() {
            "refresh_token" => {
                let value = known(value)?.map(Zeroizing::new);
                self.refresh_token = value;
                return Ok(());
            }
            "grant_type" => &mut self.grant_type,
            "scope" => &mut self.scope,
            _ => {
                if let Value::String(value) = value {
                    self.further.insert(name, value);
                }
                return Ok(());
            }
        };
        *place = known(value)?;
        Ok(())
    }
}

/// A parameter without a value counts as left out (RFC 6749 §3.2).
fn known(value: Value) -> Result<Option<String>, Refusal> {
    match value {
        Value::String(text) if text.is_empty() => Ok(None),
        Value::String(text) => Ok(Some(text)),
        Value::Null => Ok(None),
        _ => Err(Refusal::Request("a parameter is no text")),
    }
}

fn form(body: &[u8]) -> Result<Vec<(String, Value)>, Refusal> {
    let mut pairs: Vec<(String, Value)> = Vec::new();
    for (name, value) in form_urlencoded::parse(body) {
        if pairs.len() == MOST {
            return Err(Refusal::Request("there are too many parameters"));
        }
        if pairs.iter().any(|(other, _)| *other == name) {
            return Err(Refusal::Request("a parameter is repeated"));
        }
        pairs.push((name.into_owned(), Value::String(value.into_owned())));
    }
    Ok(pairs)
}

fn json(body: &[u8]) -> Result<Vec<(String, Value)>, Refusal> {
    let no_object =
        || Refusal::Request("the JSON is no object of a few members with one name each");
    let mut reader = serde_json::Deserializer::from_slice(body);
    let members = reader.deserialize_map(Members).map_err(|_| no_object())?;
    reader.end().map_err(|_| no_object())?;
    Ok(members)
}

/// An object with names that differ.
struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, Value)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members: Self::Value = Vec::new();
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            if members.len() == MOST {
                return Err(serde::de::Error::custom("there are too many"));
            }
            if members.iter().any(|(other, _)| *other == name) {
                return Err(serde::de::Error::custom("a name is repeated"));
            }
            members.push((name, value));
        }
        Ok(members)
    }
}
