//! Sign-in pages that nobody could reach.

use portcullis::{Portcullis, endpoint};

use super::scheme::Cookies;

#[endpoint(get = "/account")]
async fn account() -> &'static str {
    "whoever has signed in"
}

fn problem(page: &'static str) -> Option<String> {
    let builder = Portcullis::builder().scheme("cookie", Cookies(page));
    let problems = builder.module("sign_in::start_up").build().err()?;
    Some(problems.iter().map(portcullis::Problem::message).collect())
}

#[test]
fn a_page_on_another_server_keeps_the_server_from_starting() {
    for page in ["https://id.example/sign-in", "//id.example", "sign-in", "", "/sign in"] {
        let message =
            format!("the scheme `cookie`: the sign-in page `{page}` is no path on this server");
        assert_eq!(problem(page), Some(message));
    }
    assert_eq!(problem("/sign-in?lang=de"), None);
}

#[test]
fn a_page_that_asks_for_a_session_keeps_the_server_from_starting() {
    let told = problem("/account").unwrap();
    assert!(told.contains("is the sign-in page of the scheme `cookie`"), "{told}");
    assert!(told.contains("make it `anonymous`"), "{told}");
}
