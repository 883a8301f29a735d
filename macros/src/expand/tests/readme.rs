//! The README shows what the attribute of an endpoint expands to.

use std::fs;
use std::path::Path;

use expect_test::expect_file;

use crate::testing::expanded;

const SECTION: &str = "## What the attribute expands to\n";
const BLOCK: &str = "\n```text\n";
const END: &str = "```\n";

#[test]
fn the_readme_shows_what_an_endpoint_expands_to() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(file).unwrap();
    let (before, rest) = readme.split_once(SECTION).unwrap();
    let (introduction, rest) = rest.split_once(BLOCK).unwrap();
    let (source, rest) = rest.split_once(END).unwrap();
    let (between, rest) = rest.split_once(BLOCK).unwrap();
    let (_, after) = rest.split_once(END).unwrap();

    let expansion = prettyplease::unparse(&syn::parse2(expanded(source)).unwrap());
    let section = [introduction, BLOCK, source, END, between, BLOCK, &expansion, END].concat();
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")]
        .assert_eq(&[before, SECTION, &section, after].concat());
}
