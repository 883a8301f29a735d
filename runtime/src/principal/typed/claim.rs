//! One claim as a type: what is absent is `None` to an `Option`, and a single value a list of
//! one to a `Vec`. The type is asked, by way of serde, and not its spelling.

use serde::de::value::{Error, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use super::Mismatch;
use crate::principal::Principal;

/// A field with `#[claim("name")]`.
///
/// # Errors
///
/// If the claim is no `T`, or is absent and `T` is no `Option`.
pub fn claim<T: DeserializeOwned>(
    caller: &Principal,
    name: &str,
    field: &'static str,
) -> Result<T, Mismatch> {
    let read = match value(caller, name) {
        Some(value) => T::deserialize(Present(&value)),
        None => T::deserialize(Absent),
    };
    read.map_err(|_| Mismatch::new(field))
}

/// A field with `#[claim("name", default)]`.
///
/// # Errors
///
/// If the claim is there and no `T`.
pub fn claim_or<T: DeserializeOwned>(
    caller: &Principal,
    name: &str,
    field: &'static str,
    default: impl FnOnce() -> T,
) -> Result<T, Mismatch> {
    match value(caller, name) {
        Some(value) => T::deserialize(Present(&value)).map_err(|_| Mismatch::new(field)),
        None => Ok(default()),
    }
}

fn value(caller: &Principal, name: &str) -> Option<Value> {
    caller.has_claim(name).then(|| caller.claim_as(name)).flatten()
}

/// A claim that is not there.
struct Absent;

impl<'de> Deserializer<'de> for Absent {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("there is no such claim"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A claim that is there.
struct Present<'a>(&'a Value);

impl<'de> Deserializer<'de> for Present<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_any(visitor).map_err(Error::custom)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(_) => self.deserialize_any(visitor),
            single => visitor.visit_seq(SeqDeserializer::new([Single(single)].into_iter())),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor).map_err(Error::custom)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct map struct identifier ignored_any
    }
}

/// The only element of a list.
struct Single<'a>(&'a Value);

impl<'de> IntoDeserializer<'de, Error> for Single<'de> {
    type Deserializer = Present<'de>;

    fn into_deserializer(self) -> Present<'de> {
        Present(self.0)
    }
}
