//! JSON as tokens may carry it: an object, in which no member name repeats at any depth
//! (RFC 7515 §4, RFC 7519 §4, RFC 8725 §2.4) and nesting is bounded.

mod cursor;

use std::cell::Cell;
use std::fmt::{self, Formatter};
use std::sync::OnceLock;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, de};
use serde_json::{Map, Number, Value};

pub(super) use cursor::{Cursor, Scalar, Shape, Text};

/// How many values a header may have at any depth, itself included: it is read before the
/// signature is checked, so it must not cost more than that.
const MAX_HEADER_VALUES: usize = 32;

/// How deep arrays and objects may nest, the outermost object included.
const MAX_DEPTH: u8 = 16;

/// The name under which `serde_json` hands out numbers if somebody in the program has switched
/// on its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// Reads an object. `None` if the text is anything else, or breaks a rule above.
pub(super) fn object(text: &[u8]) -> Option<Map<String, Value>> {
    // Each value has a byte of its own.
    read(text, text.len())
}

/// The same for a header, of which nobody knows yet who wrote it.
pub(super) fn header(text: &[u8]) -> Option<Map<String, Value>> {
    read(text, MAX_HEADER_VALUES)
}

fn read(text: &[u8], most_values: usize) -> Option<Map<String, Value>> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let left = Cell::new(most_values);
    let value = Strict::new(numbers_are_maps(), &left).deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    match value {
        Value::Object(object) => Some(object),
        _ => None,
    }
}

/// The rest of a map by that name.
fn number<'de, A: MapAccess<'de>>(mut members: A) -> Result<Value, A::Error> {
    let digits = members.next_value::<String>()?;
    if members.next_key::<String>()?.is_some() {
        return Err(A::Error::custom("a number has further members"));
    }
    digits.parse().map(Value::Number).map_err(A::Error::custom)
}

/// Whether that feature is on. A map by that name is only then a number; else it is a map.
fn numbers_are_maps() -> bool {
    static ANSWER: OnceLock<bool> = OnceLock::new();
    *ANSWER.get_or_init(|| {
        let mut reader = serde_json::Deserializer::from_slice(b"1.5");
        Strict::new(false, &Cell::new(2)).deserialize(&mut reader).is_ok_and(|one| one.is_object())
    })
}

/// Reads a value with so many levels and values left.
struct Strict<'a> {
    levels: u8,
    values: &'a Cell<usize>,
    numbers_are_maps: bool,
}

impl<'a> Strict<'a> {
    fn new(numbers_are_maps: bool, values: &'a Cell<usize>) -> Self {
        Self { levels: MAX_DEPTH, values, numbers_are_maps }
    }

    /// For a value inside of this one.
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        let levels = self.levels.checked_sub(1).ok_or_else(|| E::custom("nested too deep"))?;
        Ok(Self { levels, ..*self })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        let values = self.values.get().checked_sub(1);
        self.values.set(values.ok_or_else(|| D::Error::custom("too many values"))?);
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, boolean: bool) -> Result<Value, E> {
        Ok(Value::Bool(boolean))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        let number = Number::from_f64(number).ok_or_else(|| E::custom("not a finite number"))?;
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self.deeper()?)? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if name == NUMBER && self.numbers_are_maps && object.is_empty() {
                return number(members);
            }
            let value = members.next_value_seed(self.deeper()?)?;
            if object.insert(name, value).is_some() {
                return Err(A::Error::custom("a member name repeats"));
            }
        }
        // An object without members is as deep as any other.
        self.deeper::<A::Error>()?;
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::{header, object};

    #[test]
    fn objects_with_unique_names_are_read() {
        let text = br#" {"a":1,"b":{"a":[{"a":null},{"a":1.5}]},"c":"\u00e4"} "#;
        let object = object(text).unwrap();
        assert_eq!(
            serde_json::Value::from(object),
            serde_json::from_slice::<serde_json::Value>(text).unwrap()
        );
    }

    #[test]
    fn anything_else_is_refused() {
        let texts = [
            "",
            "null",
            "1",
            "[]",
            r#""a""#,
            "{",
            "{}{}",
            "{} x",
            "{,}",
            r#"{"a":1,}"#,
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":2}"#,
            r#"{"x":{"a":1,"a":2}}"#,
            r#"{"x":[{"a":1,"a":2}]}"#,
            r#"{"a":1e999}"#,
            r#"{"a":NaN}"#,
            r#"{"a":"\ud800"}"#,
            "\u{feff}{}",
        ];
        for text in texts {
            assert_eq!(object(text.as_bytes()), None, "{text}");
        }
        assert_eq!(object(b"{\"a\":\"\xff\"}"), None);
    }

    #[test]
    fn the_values_of_a_header_are_bounded() {
        let items = |count: usize| format!(r#"{{"a":[{}]}}"#, vec!["{}"; count].join(","));
        assert!(header(items(30).as_bytes()).is_some());
        assert!(header(items(31).as_bytes()).is_none());
        assert!(object(items(1000).as_bytes()).is_some());
    }

    #[test]
    fn nesting_is_bounded() {
        let nested =
            |depth: usize| format!("{{\"a\":{}1{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(object(nested(15).as_bytes()).is_some());
        assert!(object(nested(16).as_bytes()).is_none());
        assert!(object(nested(100_000).as_bytes()).is_none());
        for innermost in ["[]", "{}"] {
            let with = |depth| nested(depth).replace('1', innermost);
            assert!(object(with(14).as_bytes()).is_some());
            assert!(object(with(15).as_bytes()).is_none());
        }
    }
}
