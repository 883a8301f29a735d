//! Inside an `impl`, where no struct may stand.

use expect_test::expect;

use super::check;

#[test]
fn method() {
    check(
        r#"
#[endpoint(get = "/a")]
pub async fn method(&self) -> Answer {
    Answer
}
"#,
        expect![[r#"
            ::core::compile_error! {
                "a handler has no `self`; write a function outside of the `impl`"
            }
            pub async fn method(&self) -> Answer {
                Answer
            }
        "#]],
    );
}
