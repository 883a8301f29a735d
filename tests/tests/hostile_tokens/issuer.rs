//! `iss` and `aud` (RFC 7519 §4.1.1, §4.1.3, RFC 8725 §3.8–9).

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, Setting, all};
use crate::draft::{AUDIENCE, ISSUER, sound};
use crate::signer::{HMAC, Signer, one_of_each_kind};

const OTHER_ISSUER: &str = "`iss` is not the issuer";
const SOMEBODY: &str = "`aud` is somebody else";
const NO_AUDIENCE: &str = "`aud` is neither a string nor an array of strings";

pub(crate) fn add(catalogue: &mut Catalogue) {
    let iss =
        |signer: &Signer, value: &Value| sound(signer).claim("iss", value.clone()).signed(signer);
    let aud =
        |signer: &Signer, value: &Value| sound(signer).claim("aud", value.clone()).signed(signer);
    let without = |signer: &Signer, name: &&str| sound(signer).without(name).signed(signer);
    for signers in one_of_each_kind() {
        Generator::new("iss", signers, iss).add(catalogue, &[json!(ISSUER)], &issuers());
        let honest = [json!(AUDIENCE), json!([AUDIENCE]), json!(["x", AUDIENCE])];
        Generator::new("aud", signers, aud).add(catalogue, &honest, &audiences());
        let missing = [
            ("iss", OTHER_ISSUER),
            ("aud", "`aud` is missing"),
            ("exp", "`exp` is missing"),
            ("sub", "the subject is not a non-empty string"),
        ];
        Generator::new("without", signers, without).add(catalogue, &["jti"], &missing);
    }
    secluded(catalogue);
}

fn issuers() -> Vec<(Value, &'static str)> {
    let others = [
        "https://attacker.example",
        "https://issuer.example/",
        "https://issuer.example.attacker.example",
        "http://issuer.example",
        "HTTPS://issuer.example",
        "https://ISSUER.example",
        "issuer.example",
        " https://issuer.example",
        "https://issuer.example\0",
        "*",
    ];
    let mut hostile = all(others.map(Value::from), OTHER_ISSUER);
    let wrong = [json!([ISSUER]), json!(7), json!(true), json!({"iss": ISSUER}), Value::Null];
    hostile.extend(all(wrong, "`iss` is not a string"));
    hostile.push((json!(""), "`iss` is empty"));
    let own = "`iss` is a name of this library's own";
    hostile.push((json!("urn:portcullis:scheme:jwt"), own));
    hostile
}

fn audiences() -> Vec<(Value, &'static str)> {
    let others = ["billing", "API", "api ", " api", "ap", "apis", "*", "api,billing", "", "api\0"];
    let mut hostile = all(others.map(Value::from), SOMEBODY);
    let lists = [json!([]), json!([""]), json!(["billing"]), json!(["API", "apis"])];
    hostile.extend(all(lists, SOMEBODY));
    hostile.extend(all(no_audiences(), NO_AUDIENCE));
    hostile
}

fn no_audiences() -> [Value; 7] {
    [
        json!(7),
        json!(true),
        json!({"api": true}),
        json!(["api", 7]),
        json!(["api", null]),
        json!([["api"]]),
        Value::Null,
    ]
}

/// A server that has no name is in nobody's `aud`.
fn secluded(catalogue: &mut Catalogue) {
    const NONE: &str = "none";
    let make = |signer: &Signer, value: &Value| {
        let draft = sound(signer).without("iss").without("aud");
        match value {
            Value::String(text) if text == NONE => draft.signed(signer),
            value => draft.claim("aud", value.clone()).signed(signer),
        }
    };
    let others = [json!("api"), json!(""), json!(["api"]), json!([]), json!(["api", "api"])];
    let mut hostile = all(others, SOMEBODY);
    hostile.extend(all(no_audiences(), NO_AUDIENCE));
    let generator = Generator::new("aud for nobody", HMAC, make).in_setting(Setting::Secluded);
    generator.add(catalogue, &[json!(NONE)], &hostile);
}
