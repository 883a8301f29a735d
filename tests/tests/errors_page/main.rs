//! The page of errors in the documentation is made of the files that the compiler is tried with:
//! it says what the compiler says, and nothing else.
//!
//! `UPDATE_EXPECT=1 cargo test -p portcullis-tests --test errors_page` writes it anew.

mod chosen;
mod page;

use expect_test::expect_file;

#[test]
fn the_page_says_what_the_compiler_says() {
    let page = page::of(chosen::MISTAKES).unwrap();
    expect_file![concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime/docs/errors.md")]
        .assert_eq(&page);
}

#[test]
fn the_page_hides_what_is_beside_the_mistake() {
    let source = "#![deny(deprecated)]\n\nuse a::{\n    b,\n};\nuse d::e;\n\nmistake();\n\n\
                  fn main() {\n    more();\n}\n";
    let shown = "#![deny(deprecated)]\n# use a::{\n#     b,\n# };\n# use d::e;\n\nmistake();\n\
                 # fn main() {\n#     more();\n# }\n";
    assert_eq!(page::code(source), shown);
}
