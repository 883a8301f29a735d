//! `kid` selects among the configured keys, and does nothing else (RFC 7515 §4.1.4).

use serde_json::{Value, json};

use crate::catalogue::{Catalogue, Generator, NO_SIGNATURE, Setting, all};
use crate::draft::{joined, sound};
use crate::signer::{Signer, one_of_each_kind};

const UNKNOWN: [&str; 15] = [
    "",
    "2024",
    "2026 ",
    " 2026",
    "2026\0",
    "02026",
    "2026,2025",
    "*",
    "/2026",
    "../../dev/null",
    "/dev/null",
    "x' OR '1'='1",
    "https://attacker.example/key",
    "${jndi:ldap://x}",
    "２０２６",
];

pub(crate) fn add(catalogue: &mut Catalogue) {
    let by_2026 =
        |signer: &Signer, kid: &Value| sound(signer).header("kid", kid.clone()).signed(signer);
    let by_2025 = |signer: &Signer, kid: &Value| {
        let message = sound(signer).header("kid", kid.clone()).message();
        joined(&message, signer.forge(&message))
    };
    let mut hostile = all(UNKNOWN.map(Value::from), "`kid` selects no configured key");
    let wrong = [json!(2026), json!(["2026"]), json!({"2026": 1}), json!(true), Value::Null];
    hostile.extend(all(wrong.clone(), "`kid` is not a string"));
    hostile.push((json!("2025"), NO_SIGNATURE));
    for signers in one_of_each_kind() {
        let generator = Generator::new("kid", signers, by_2026).in_setting(Setting::TwoKeys);
        generator.add(catalogue, &[json!("2026")], &hostile);
        let generator = Generator::new("kid of the other", signers, by_2025);
        let generator = generator.in_setting(Setting::TwoKeys);
        generator.add(catalogue, &[json!("2025")], &[(json!("2026"), NO_SIGNATURE)]);
        // Where the key has no id, any may be named, if it is a string.
        let generator = Generator::new("kid without need", signers, by_2026);
        let honest = [json!("2026"), json!("../../dev/null")];
        generator.add(catalogue, &honest, &all(wrong.clone(), "`kid` is not a string"));
    }
}
