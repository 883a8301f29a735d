//! What the compiler says: one mistake, one file, named for the mistake.
//!
//! `TRYBUILD=overwrite cargo test -p portcullis-tests --test ui` writes the messages anew;
//! `cargo test -p portcullis-tests --test ui -- told trybuild=words/misspelt` tries some.

#[test]
fn mistakes_are_told_at_the_users_own_word() {
    let cases = trybuild::TestCases::new();
    let themes = [
        "syntax",
        "words",
        "route",
        "access",
        "names",
        "require",
        "weigh",
        "handler",
        "gate",
        "vocabulary",
        "items",
        "across",
        "authorize",
        "derive",
    ];
    for theme in themes {
        cases.compile_fail(format!("ui/{theme}/*.rs"));
    }
    cases.pass("ui/pass/*.rs");
}
