//! A caller's claims: as they were signed, or as a scheme has set them.

use std::borrow::Cow;
use std::fmt::{self, Formatter};
use std::sync::Arc;

use serde::Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::{Map, Value};

/// Claims by name.
#[derive(Clone, Debug)]
pub(crate) enum ClaimSet {
    Set(Map<String, Value>),
    /// The JSON text of an object that was verified: no name in it repeats. It is read again
    /// whenever it is asked, and so takes no more memory than the token.
    Verified(Arc<str>),
}

impl Default for ClaimSet {
    fn default() -> Self {
        Self::Set(Map::new())
    }
}

/// Whether a claim counts as present: not null, an empty string or an empty array.
pub(crate) fn present(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => true,
    }
}

impl ClaimSet {
    /// The claim of this name.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, Value>> {
        match self {
            Self::Set(claims) => claims.get(name).map(Cow::Borrowed),
            Self::Verified(text) => {
                let mut reader = serde_json::Deserializer::from_str(text);
                Only(name).deserialize(&mut reader).ok()?.map(Cow::Owned)
            }
        }
    }

    /// All claims by their names.
    pub(crate) fn object(&self) -> Cow<'_, Map<String, Value>> {
        match self {
            Self::Set(claims) => Cow::Borrowed(claims),
            Self::Verified(text) => Cow::Owned(serde_json::from_str(text).unwrap_or_default()),
        }
    }

    pub(crate) fn set(&mut self, name: String, value: Value) {
        let mut claims = match std::mem::take(self) {
            Self::Set(claims) => claims,
            verified @ Self::Verified(_) => verified.object().into_owned(),
        };
        claims.insert(name, value);
        *self = Self::Set(claims);
    }

    /// All claims at once. Read from the verified text where there is one, so that numbers
    /// keep every digit that was signed.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        match self {
            Self::Set(claims) => serde_json::from_value(Value::Object(claims.clone())),
            Self::Verified(text) => serde_json::from_str(text),
        }
    }
}

/// Reads the member of this name, and passes over the others.
struct Only<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Only<'_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Only<'_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(is_it) = members.next_key_seed(Is(self.0))? {
            if is_it {
                found = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// Whether a text is this one.
struct Is<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Is<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<bool, D::Error> {
        reader.deserialize_str(self)
    }
}

impl Visitor<'_> for Is<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        Ok(text == self.0)
    }
}
