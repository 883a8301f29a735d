//! `exp`, `nbf`, `iat` (RFC 7519 §4.1.4–6), with 30 s of leeway.

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, Setting, all};
use crate::draft::{NOW, sound};
use crate::signer::{Signer, one_of_each_kind};

const EXPIRED: &str = "the token has expired";
const EARLY: &str = "the token is not valid yet";
const FUTURE: &str = "the token was issued in the future";
const OLD: &str = "the token is too old";
const NO_NUMBER: &str = "`exp`, `nbf` or `iat` is not a number";

pub(crate) fn add(catalogue: &mut Catalogue) {
    let exp =
        |signer: &Signer, value: &Value| sound(signer).claim("exp", value.clone()).signed(signer);
    let nbf =
        |signer: &Signer, value: &Value| sound(signer).claim("nbf", value.clone()).signed(signer);
    let iat =
        |signer: &Signer, value: &Value| sound(signer).claim("iat", value.clone()).signed(signer);
    let renamed = |signer: &Signer, name: &&str| {
        sound(signer).without("exp").claim(name, NOW + 600).signed(signer)
    };
    for signers in one_of_each_kind() {
        let mut hostile = all(past(), EXPIRED);
        hostile.extend(all(no_numbers(), NO_NUMBER));
        let honest = [json!(NOW + 1), json!(NOW - 29), json!(1_800_000_000.5)];
        Generator::new("exp", signers, exp).add(catalogue, &honest, &hostile);

        let others = ["Exp", "EXP", "exp ", "expires", "expires_in", "nbf_", "ехр"];
        let generator = Generator::new("name of exp", signers, renamed);
        generator.add(catalogue, &["exp"], &all(others, "`exp` is missing"));

        let honest = [json!(NOW), json!(NOW + 30), json!(0), json!(-1)];
        for (name, why) in [("nbf", EARLY), ("iat", FUTURE)] {
            let mut hostile = all(future(), why);
            hostile.extend(all(no_numbers(), NO_NUMBER));
            match name {
                "nbf" => Generator::new(name, signers, nbf).add(catalogue, &honest, &hostile),
                _ => Generator::new(name, signers, iat).add(catalogue, &honest, &hostile),
            }
        }
        let hour = Generator::new("age", signers, iat).in_setting(Setting::OneHour);
        let mut hostile =
            all([json!(NOW - 3630), json!(NOW - 86_400), json!(0), json!(-1e300)], OLD);
        hostile.extend(all([json!(NOW + 31)], FUTURE));
        hour.add(catalogue, &[json!(NOW), json!(NOW - 3629)], &hostile);
    }
}

fn past() -> [Value; 8] {
    [
        json!(NOW - 30),
        json!(NOW - 31),
        json!(NOW - 86_400),
        json!(1_799_999_969.5),
        json!(0),
        json!(-1),
        json!(-1e300),
        json!(i64::MIN),
    ]
}

fn future() -> [Value; 6] {
    [
        json!(NOW + 31),
        json!(NOW + 86_400),
        // Milliseconds.
        json!(NOW * 1000),
        json!(u64::MAX),
        json!(1e300),
        json!(1_800_000_030.5),
    ]
}

fn no_numbers() -> [Value; 9] {
    [
        json!((NOW + 600).to_string()),
        json!("never"),
        json!("2099-01-01T00:00:00Z"),
        json!(""),
        json!([NOW + 600]),
        json!({"seconds": NOW + 600}),
        json!(true),
        json!(false),
        Value::Null,
    ]
}
