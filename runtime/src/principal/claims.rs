//! A caller's claims: as they were signed, or as a scheme has set them.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Claims by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClaimSet {
    object: Map<String, Value>,
    /// The JSON text that was verified; gone as soon as a claim is set.
    verified: Option<Box<str>>,
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
    /// Claims that were read from this verified text.
    #[cfg(feature = "_jwt")]
    pub(crate) fn verified(object: Map<String, Value>, text: impl Into<Box<str>>) -> Self {
        Self { object, verified: Some(text.into()) }
    }

    /// The length of the verified text, in bytes.
    #[cfg(feature = "_jwt")]
    pub(crate) fn verified_len(&self) -> usize {
        self.verified.as_deref().map_or(0, str::len)
    }

    pub(crate) fn object(&self) -> &Map<String, Value> {
        &self.object
    }

    pub(crate) fn set(&mut self, name: String, value: Value) {
        self.object.insert(name, value);
        self.verified = None;
    }

    /// All claims at once. Read from the verified text where there is one, so that numbers
    /// keep every digit that was signed.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        match &self.verified {
            Some(text) => serde_json::from_str(text),
            None => serde_json::from_value(Value::Object(self.object.clone())),
        }
    }
}
