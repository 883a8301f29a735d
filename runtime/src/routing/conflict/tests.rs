use actix_web::dev::ResourceDef;

use super::{Conflict, conflicts};
use crate::routing::Pattern;

fn conflict(one: &str, other: &str) -> Option<Option<String>> {
    let found = conflicts(&[(Pattern::parse(one), one), (Pattern::parse(other), other)]).pop();
    found.map(|Conflict { path, .. }| path)
}

#[test]
fn overlaps_without_a_more_specific_side_are_told_with_a_path() {
    let rows = [
        ("/a/{x}", "/{y}/b", "/a/b"),
        ("/a{x}", "/{y}b", "/ab"),
        (r"/{x:\d+}", r"/{y:\w+}", "/0"),
        ("/{a}/b", "/x/{tail}*", "/x/b"),
        // Such as no list of samples would show.
        ("/{a:[a-z]+}", "/{b:[a-m0-9]+}", "/a"),
        ("/{a:[w-z]{3}q}", "/{b:[m-y]{2}z[a-z]}", "/wwzq"),
        ("/{a:(?i)straße}", "/{b:[A-Zẞ]+}", "/STRAẞE"),
        (r"/{a:\d{4}}-{b:\d{2}}", r"/{c:2026}-{d}", "/2026-00"),
        ("/{a:[^x/]}", "/{b:[^a-z0-9A-Z!-~]}", "/ "),
        ("/v{a:[0-9]+}-{b}", "/v{c}-{d:beta[0-9]*}", "/v0-beta"),
        ("/x/{a:y/.+}/end", "/x/{b:.+}/z/end", "/x/y/z/end"),
        ("/x/{a:.*q}", "/x/y{tail}*", "/x/yq"),
        ("/{a:été[^/]*}", "/{b:[^/]+é}", "/été"),
    ];
    for (one, other, expected) in rows {
        assert_eq!(conflict(one, other), Some(Some(expected.to_owned())), "{one} {other}");
        assert_eq!(conflict(other, one), Some(Some(expected.to_owned())), "{other} {one}");
        assert!(ResourceDef::new(one).is_match(expected), "{one} {expected}");
        assert!(ResourceDef::new(other).is_match(expected), "{other} {expected}");
    }
}

#[test]
fn what_cannot_meet_or_has_a_more_specific_side_is_left_alone() {
    let rows = [
        ("/{x:[a-z]+}", "/{y:[0-9]+}"),
        ("/{x:[a-z]{3}}", "/{y:[a-z]{4}}"),
        ("/{x:(?i)en|de}", "/{y:fr|it}"),
        ("/a/{x}", "/a/b"),
        ("/a/{x}", "/{y}/{z}"),
        ("/a/{x}", "/a/{tail}*"),
        ("/a/{x}", "/a/{y}/c"),
        ("/a/{x}", "/a/{y}"),
        ("/ab{x}", "/a{y}"),
        ("/b{t}*", "/{x}/c"),
        ("/{x:[^b]+}/end", "/{y:.*b}/end"),
    ];
    for (one, other) in rows {
        assert_eq!(conflict(one, other), None, "{one} {other}");
        assert_eq!(conflict(other, one), None, "{other} {one}");
    }
}

#[test]
fn what_is_too_large_to_compare_is_refused() {
    let rows = [
        (r"/{x:\w{1,200}}", r"/{y:[a-z]+}"),
        // An automaton does not know what a letter is on the other side of a boundary.
        (r"/{x:\bé\b}", "/{y:[0-9]+}"),
        ("/{x:.*a.{20}}", "/{y:.*b.{20}}"),
    ];
    for (one, other) in rows {
        assert_eq!(conflict(one, other), Some(None), "{one} {other}");
    }
}
