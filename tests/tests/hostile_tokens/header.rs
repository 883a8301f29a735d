//! Members of the header that would change what a token means, and `alg` of a wrong type.

use std::fmt;

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, all};
use crate::draft::sound;
use crate::signer::{Signer, one_of_each_kind};

const NO_STRING: &str = "`alg` is not a string";
const CRIT: &str = "`crit` names extensions that are not known";
const JWE: &str = "`b64`, `zip` or `enc` is in the header";

/// A member and its value.
pub(crate) struct Member(pub(crate) &'static str, pub(crate) Value);

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0, self.1)
    }
}

pub(crate) fn add(catalogue: &mut Catalogue) {
    let make = |signer: &Signer, Member(name, value): &Member| {
        sound(signer).header(name, value.clone()).signed(signer)
    };
    let honest = ["cty", "x", "Crit", "B64", "encoded"].map(|name| Member(name, json!("JWT")));
    let mut hostile = all(algorithms().map(|value| Member("alg", value)), NO_STRING);
    hostile.extend(all(crit().map(|value| Member("crit", value)), CRIT));
    for name in ["b64", "zip", "enc"] {
        hostile.extend(all(extensions().map(|value| Member(name, value)), JWE));
    }
    for signers in one_of_each_kind() {
        Generator::new("header", signers, make).add(catalogue, &honest, &hostile);
    }
}

fn algorithms() -> [Value; 8] {
    [
        json!({"HS256": null}),
        json!(["HS256"]),
        json!([]),
        json!({}),
        json!(256),
        json!(0.5),
        json!(true),
        Value::Null,
    ]
}

fn crit() -> [Value; 11] {
    [
        json!([]),
        json!(["exp"]),
        json!(["b64"]),
        json!(["alg"]),
        json!(["x"]),
        json!(["x", "x"]),
        json!([1]),
        json!("exp"),
        json!({"exp": true}),
        json!(false),
        Value::Null,
    ]
}

fn extensions() -> [Value; 6] {
    [json!(false), json!(true), json!("DEF"), json!("A256GCM"), json!(""), Value::Null]
}
