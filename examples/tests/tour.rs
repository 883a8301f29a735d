//! The tour does what it says.

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

fn tour(folder: &Path, arguments: &[&str]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_tour"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("TOKEN_SIGNING_KEY")
        .output()
}

/// That it ended with this one line, rather than with a panic.
fn assert_refused(output: &Output, line: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), format!("tour: {line}\n"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn everybody_gets_what_the_table_says() {
    let folder = tempfile::tempdir().unwrap();
    let output = tour(folder.path(), &["--demo"]).unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
    assert!(report.ends_with(" answers, 0 not as expected\n"), "{report}");
}

#[test]
fn a_taken_port_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let output = tour(folder.path(), &["--port", &port.to_string()]).unwrap();
    assert_refused(&output, &format!("port {port} is taken; choose another with --port"));
    assert!(!folder.path().join("tour.sqlite").exists());
}

#[test]
fn a_file_that_is_no_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    std::fs::write(&file, "not a database, though long enough to be looked at".repeat(20)).unwrap();
    let output = tour(folder.path(), &["--port", "0", "--database", "notes.txt"]).unwrap();
    assert_refused(
        &output,
        "notes.txt: the users cannot be read: error returned from database: (code: 26) \
         file is not a database; choose another file with --database",
    );
}
