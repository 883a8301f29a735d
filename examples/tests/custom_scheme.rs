//! The example of a scheme does what it says.

use std::process::Command;

#[test]
fn everybody_gets_what_is_expected() {
    let output = Command::new(env!("CARGO_BIN_EXE_custom_scheme")).output().unwrap();
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{report}{}", String::from_utf8_lossy(&output.stderr));
    assert!(report.ends_with("\n14 answers, 0 not as expected\n"), "{report}");
}
