//! Claims of wrong types, and without a subject. Nothing is coerced.

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, all};
use crate::draft::sound;
use crate::signer::{Signer, one_of_each_kind};

const SUBJECT: &str = "the subject is not a non-empty string";
const NAMES: &str = "roles, permissions or scopes are neither a string nor an array of strings";

type Make = fn(&Signer, &Value) -> String;

pub(crate) fn add(catalogue: &mut Catalogue) {
    let subject =
        |signer: &Signer, value: &Value| sound(signer).claim("sub", value.clone()).signed(signer);
    let renamed = |signer: &Signer, name: &&str| {
        sound(signer).without("sub").claim(name, "alice").signed(signer)
    };
    for signers in one_of_each_kind() {
        let hostile = all(no_text().into_iter().chain([json!("")]), SUBJECT);
        Generator::new("sub", signers, subject).add(catalogue, &[json!("alice")], &hostile);
        let others = ["Sub", "SUB", "sub ", "subject", "user", "UserID", "s\u{fc}b", "sub\0"];
        let generator = Generator::new("name of sub", signers, renamed);
        generator.add(catalogue, &["sub"], &all(others, SUBJECT));
    }
    names(catalogue);
}

fn names(catalogue: &mut Catalogue) {
    macro_rules! of {
        ($($claim:literal)*) => {
            [$(($claim, |signer: &Signer, value: &Value| {
                sound(signer).claim($claim, value.clone()).signed(signer)
            }),)*]
        };
    }
    let claims: [(&str, Make); 5] = of!("role" "roles" "permissions" "scope" "scp");
    let honest = [json!("a"), json!(["a", "b"]), json!([])];
    let mut hostile = no_text().to_vec();
    hostile.retain(|value| !value.is_array());
    hostile.extend([json!([1]), json!(["a", 1]), json!(["a", null]), json!([["a"]])]);
    hostile.extend([json!([{"a": true}]), json!([true])]);
    let hostile = all(hostile, NAMES);
    for signers in one_of_each_kind() {
        for (claim, make) in claims {
            Generator::new(claim, signers, make).add(catalogue, &honest, &hostile);
        }
    }
}

fn no_text() -> [Value; 8] {
    [
        json!(7),
        json!(-0.5),
        json!(true),
        json!(false),
        Value::Null,
        json!({"a": true}),
        json!(["alice"]),
        json!({}),
    ]
}
