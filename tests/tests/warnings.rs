//! What is legal and yet worth a second look is told again at start-up.
#![allow(deprecated, reason = "how the compiler warns of it is tested elsewhere")]

use portcullis::{Portcullis, endpoint};
use portcullis_tests::Spelled;

#[endpoint(post = "/dormant", roles("Admin"), anonymous(POST))]
async fn dormant() -> &'static str {
    ""
}

#[endpoint(post = "/accepted", roles("Admin"), anonymous(POST), accept(dormant))]
async fn accepted() -> &'static str {
    ""
}

#[endpoint(post = "/half", get = "/half", roles("Admin"), anonymous(POST))]
async fn half() -> &'static str {
    ""
}

#[test]
fn requirements_that_never_apply_are_a_warning_and_an_open_route() {
    let portcullis = Portcullis::builder().scheme("spelled", Spelled).build().unwrap();
    let warnings = portcullis.warnings().map(|one| one.message()).collect::<Vec<_>>();
    assert_eq!(
        warnings,
        [
            "everyone may call `dormant`: it is anonymous on every verb, so its requirements never apply"
        ]
    );
    assert_eq!(portcullis.warnings().next().unwrap().place().unwrap().1, 7);
    let open = portcullis.routes().filter(|route| route.is_anonymous());
    let open = open.map(|route| format!("{} {}", route.verb(), route.path())).collect::<Vec<_>>();
    assert_eq!(open, ["POST /accepted", "POST /dormant", "POST /half"]);
}
