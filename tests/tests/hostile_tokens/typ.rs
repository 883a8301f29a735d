//! Tokens of other types: an id, refresh or logout token gives no access (RFC 8725 §3.11–12).

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, all};
use crate::draft::sound;
use crate::signer::{Signer, one_of_each_kind};

const OTHERS: [&str; 26] = [
    "refresh+jwt",
    "rt+jwt",
    "logout+jwt",
    "dpop+jwt",
    "secevent+jwt",
    "kb+jwt",
    "vc+jwt",
    "dc+sd-jwt",
    "id+jwt",
    "ID",
    "Refresh",
    "JOSE",
    "JOSE+JSON",
    "JWE",
    "JWS",
    "",
    " JWT",
    "JWT ",
    "JWT\0",
    "at+jwt; charset=utf-8",
    "at jwt",
    "application/",
    "application/application/jwt",
    "text/jwt",
    "token-introspection+jwt",
    "oauth-authz-req+jwt",
];

pub(crate) fn add(catalogue: &mut Catalogue) {
    let make =
        |signer: &Signer, typ: &Value| sound(signer).header("typ", typ.clone()).signed(signer);
    let honest = ["JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"].map(Value::from);
    let mut hostile = all(OTHERS.map(Value::from), "`typ` is not the type of an access token");
    let wrong = [json!(1), json!(["JWT"]), json!({"JWT": null}), json!(true), Value::Null];
    hostile.extend(all(wrong, "`typ` is not a string"));
    for signers in one_of_each_kind() {
        Generator::new("typ", signers, make).add(catalogue, &honest, &hostile);
    }
}
