//! Cookies that are not ours, not whole, or not one.

use actix_web::test::TestRequest;

use crate::browser::Browser;
use crate::site::{Reply, Site};

const BAD: &str = "Cookie realm=\"api\", error=\"invalid_token\"";
const NONE: &str = "Cookie realm=\"api\"";

#[track_caller]
fn assert_refused(reply: &Reply, challenge: &str, cookie: &str) {
    assert_eq!(reply.status, 401, "{cookie}");
    assert_eq!(reply.challenge.as_deref(), Some(challenge), "{cookie}");
    assert_eq!(reply.cookies, [] as [&str; 0], "{cookie}");
}

#[actix_web::test]
async fn garbage() {
    for site in Site::both() {
        let long = "A".repeat(5000);
        let values =
            ["", "x", "=", "a b", "\"\"", "%41", "\u{e9}", "AAAA", ".", long.as_str(), "null"];
        for value in values {
            let cookie = format!("__Host-session={value}");
            assert_refused(&site.get("/me", &cookie).await, BAD, &cookie);
            assert_eq!(site.get("/open", &cookie).await.body, "nobody");
        }
    }
}

#[actix_web::test]
async fn a_value_that_is_cut_or_longer() {
    for site in Site::both() {
        let browser = Browser::of_ada(&site).await;
        let value = browser.value();
        for length in 0..value.len() {
            let cookie = format!("__Host-session={}", &value[..length]);
            assert_refused(&site.get("/me", &cookie).await, BAD, &cookie);
        }
        for more in ["A", "=", "==", " ", "\t", "\"", "AAAA", "%00"] {
            let cookie = format!("__Host-session={value}{more}");
            assert_refused(&site.get("/me", &cookie).await, BAD, &cookie);
        }
        for quoted in [format!("\"{value}\""), format!(" {value}"), format!("%{value}")] {
            let cookie = format!("__Host-session={quoted}");
            assert_refused(&site.get("/me", &cookie).await, BAD, &cookie);
        }
    }
}

#[actix_web::test]
async fn a_value_with_one_character_changed() {
    for site in Site::both() {
        let browser = Browser::of_ada(&site).await;
        let value = browser.value();
        for at in 0..value.len() {
            let other = if value.as_bytes()[at] == b'A' { "B" } else { "A" };
            let cookie = format!("__Host-session={}{other}{}", &value[..at], &value[at + 1..]);
            assert_refused(&site.get("/me", &cookie).await, BAD, &cookie);
        }
    }
}

#[actix_web::test]
async fn the_same_cookie_twice() {
    for site in Site::both() {
        let one = Browser::of_ada(&site).await.header();
        let two = Browser::of_ada(&site).await.header();
        for cookie in
            [format!("{one}; {one}"), format!("{one}; {two}"), format!("{one}; x=1; {one}")]
        {
            assert_refused(&site.get("/me", &cookie).await, BAD, &cookie);
            assert_eq!(site.get("/open", &cookie).await.body, "nobody");
        }
        let split = TestRequest::get().uri("/me");
        let split = split.append_header(("cookie", one.as_str()));
        let split = split.append_header(("cookie", two.as_str()));
        assert_refused(&site.send(split).await, BAD, "two fields");
    }
}

#[actix_web::test]
async fn among_others_in_one_field_or_several() {
    for site in Site::both() {
        let own = Browser::of_ada(&site).await.header();
        for cookie in [format!("a=1; {own}; b=2"), format!("{own}; c"), format!("a=1;{own}")] {
            assert_eq!(site.get("/me", &cookie).await.status, 200, "{cookie}");
        }
        let split = TestRequest::get().uri("/me");
        let split = split.append_header(("cookie", "a=1; b=2"));
        let split = split.append_header(("cookie", own.as_str()));
        assert_eq!(site.send(split.append_header(("cookie", "c=3"))).await.status, 200);
    }
}

#[actix_web::test]
async fn names_that_look_like_ours() {
    for site in Site::both() {
        let browser = Browser::of_ada(&site).await;
        let value = browser.value();
        let names = [
            "__host-session",
            "__HOST-SESSION",
            "%5F%5FHost-session",
            "%5f_Host-session",
            "__Host%2Dsession",
            " __Host-session",
            "\t__Host-session",
            "__Host-session ",
            "__Host-session\t",
            "\"__Host-session\"",
            "__Host-session[]",
            "$__Host-session",
            "__Host-sessio",
            "__Host-session2",
            "__Secure-session",
            "session",
            "\u{ff3f}\u{ff3f}Host-session",
            "__Host\u{2010}session",
        ];
        for name in names {
            let alone = format!("{name}={value}");
            assert_refused(&site.get("/me", &alone).await, NONE, &alone);
            // Nor does it stand in the way of the true one.
            let beside = format!("{name}=x; {}", browser.header());
            assert_eq!(site.get("/me", &beside).await.status, 200, "{beside}");
        }
    }
}
