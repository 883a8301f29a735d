//! What keeps the service from starting is told in a line; and the client is the pinned one.

use std::net::TcpListener;
use std::process::Command;

use serde_json::json;

use crate::client::Client;

#[test]
fn a_taken_port_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_current_user"))
        .args(["--port", &port])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with(&format!("current_user: port {port}: ")), "{told}");
    assert!(told.ends_with("choose another with --port\n"), "{told}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_short_key_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_current_user"))
        .args(["--port", "0"])
        .current_dir(folder.path())
        .env("TOKEN_SIGNING_KEY", "secret")
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("1 problem with the authorization set-up"), "{told}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn httpx_is_the_pinned_one() {
    let installed = Client::start().done(&json!({"do": "versions"}));
    let pins = include_str!("../../../tests/interop/requirements.txt");
    for name in ["httpx", "PyJWT"] {
        let pin = format!("{name}=={}", installed[name].as_str().unwrap());
        assert!(pins.lines().any(|line| line == pin), "{pin}; run tests/interop/install");
    }
}
