//! The server behind a provider does what it says.

use std::io;
use std::net::TcpListener;
use std::process::{Command, Output};

fn authority(arguments: &[&str]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_authority")).args(arguments).output()
}

#[test]
fn the_story_goes_as_expected() {
    let output = authority(&["--demo"]).unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    let answers = told.lines().filter(|line| line.starts_with("  ")).count();
    assert_eq!(answers, 9, "{told}");
    assert!(told.ends_with("\nall as expected\n"), "{told}");
}

#[test]
fn a_taken_port_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = authority(&["--port", &port]).unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.starts_with(&format!("authority: port {port} cannot be used (")), "{told}");
    assert_eq!(output.status.code(), Some(1));
}
