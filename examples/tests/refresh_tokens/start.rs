//! What keeps the service from starting is told in a line, with what to do.

use std::process::Command;

#[track_caller]
fn refused(arguments: &[&str], why: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_refresh_tokens"))
        .args(["--port", "0"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("refresh_tokens: ") && told.contains(why), "{told}");
    assert_eq!(output.status.code(), Some(1), "{told}");
}

#[test]
fn a_store_without_its_address() {
    let postgres = "--store postgres needs a database, such as --url postgres://";
    refused(&["--store", "postgres"], postgres);
    refused(&["--store", "redis"], "--store redis needs a server, such as --url redis://");
    refused(&["--url", "redis://localhost"], "--url is for --store postgres and --store redis");
}

#[test]
fn a_file_that_is_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    std::fs::write(&file, "not a database, though long enough to be looked at".repeat(20)).unwrap();
    refused(&["--database", file.to_str().unwrap()], "choose another file with --database");
}

#[test]
fn a_key_that_is_none() {
    refused(&["--key", "nowhere.pem"], "nowhere.pem: ");
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/keys/rsa2048.pem");
    refused(&["--key", key], "problem with the authorization set-up");
}
