//! The libraries are those that stand in `tests/interop`: what an older installation says would
//! prove nothing.

use serde_json::{Value, json};

use crate::peer::{Peer, text};

#[test]
fn pyjwt_is_the_pinned_one() {
    let installed = Peer::pyjwt().done(&json!({"do": "versions"}));
    let pins = include_str!("../../interop/requirements.txt");
    for name in ["PyJWT", "cryptography"] {
        let pin = format!("{name}=={}", text(&installed, name));
        assert!(pins.lines().any(|line| line == pin), "{pin}; run tests/interop/install");
    }
}

#[test]
fn jose_is_the_pinned_one() {
    let installed = Peer::jose().done(&json!({"do": "versions"}));
    let pins = include_str!("../../interop/package.json");
    let pins = serde_json::from_str::<Value>(pins).unwrap();
    let pin = &pins["dependencies"]["jose"];
    assert_eq!(pin, &installed["jose"], "run tests/interop/install");
}
