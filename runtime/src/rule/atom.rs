//! The names and values that a rule asks about. No structure: that is [`Rule`](super::Rule).

use std::borrow::Cow;

use super::Text;

/// One question about a caller that is answered by yes or no.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Atom {
    Role(Text),
    Permission(Text),
    Scope(Text),
    /// The claim is present.
    Claim(Text),
    /// The claim has this value.
    ClaimIs(Text, Value),
    /// The caller was authenticated by this scheme.
    Scheme(Text),
    /// The requirement of this name says yes. Only [`resolve`](super::resolve) makes these:
    /// where a rule is written it is a policy's name.
    Requirement(Text),
}

impl Atom {
    /// The name that is asked for.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Role(name)
            | Self::Permission(name)
            | Self::Scope(name)
            | Self::Claim(name)
            | Self::ClaimIs(name, _)
            | Self::Scheme(name)
            | Self::Requirement(name) => name,
        }
    }
}

/// A claim's value: a JSON string, integer or boolean. Never coerced: `1` is not `"1"`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Value(pub(crate) Scalar);

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Scalar {
    Boolean(bool),
    Integer(i64),
    Text(Text),
}

impl Value {
    /// Whether a claim is this value or an array that contains it.
    pub(crate) fn is_in(&self, claim: &serde_json::Value) -> bool {
        match claim {
            serde_json::Value::Array(items) => items.iter().any(|item| self.equals(item)),
            single => self.equals(single),
        }
    }

    fn equals(&self, json: &serde_json::Value) -> bool {
        match &self.0 {
            Scalar::Boolean(wanted) => json.as_bool() == Some(*wanted),
            Scalar::Integer(wanted) => json.as_i64() == Some(*wanted),
            Scalar::Text(wanted) => json.as_str() == Some(wanted),
        }
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self(Scalar::Text(Cow::Borrowed(text)))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self(Scalar::Text(Cow::Owned(text)))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self(Scalar::Integer(number))
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self(Scalar::Integer(number.into()))
    }
}

impl From<bool> for Value {
    fn from(boolean: bool) -> Self {
        Self(Scalar::Boolean(boolean))
    }
}
