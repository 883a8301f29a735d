//! What is a path on this server, and what only looks like one.

use portcullis::local_path;

const LOCAL: &[&str] = &[
    "/",
    "/docs",
    "/docs/",
    "/docs/7/edit",
    "/docs?page=2&sort=a",
    "/?",
    "/docs?",
    "/search?q=%C3%BC+b&filter[]=1|2",
    "/docs?next=/a//b",
    "/docs?next=https://app.example/",
    "/docs?next=%2F%5C",
    "/@ada",
    "/a:b",
    "/.well-known/x",
    "/...",
    "/%C3%BC",
];

const ELSEWHERE: &[&str] = &[
    "",
    "docs",
    "?page=2",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/docs\\..\\evil",
    "/docs?\\",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/docs ",
    "/a b",
    "/\u{7f}",
    "/ü",
    "/\u{ff0f}evil.example",
    "/\u{2028}",
    "/%2Fevil.example",
    "/%2fevil.example",
    "/%5Cevil.example",
    "/docs/%2e%2e%2fevil",
    "/docs%5c",
    "/%09/evil.example",
    "/docs%0d%0aSet-Cookie:%20a=b",
    "/docs?a=%0a",
    "/docs?a=%00",
    "/docs?a=%7F",
    "/docs?a=%",
    "/docs?a=%4",
    "/docs?a=%zz",
    "/docs?a=%+1",
    "/.//evil.example",
    "/..//evil.example",
    "/../",
    "/./x",
    "/x/..",
    "/x/%2E%2e/y",
    "/x/.%2e",
    "/docs//x",
    "/docs//",
    "/docs#top",
    "/\"onload=",
    "/<script>",
    "/`",
];

#[test]
fn a_path_on_this_server_is_left_as_it_is() {
    for path in LOCAL {
        assert_eq!(local_path(path), Some(*path));
    }
}

#[test]
fn what_could_be_taken_for_another_server_is_none() {
    for path in ELSEWHERE {
        assert_eq!(local_path(path), None, "{path:?}");
    }
}

#[test]
fn a_path_has_at_most_2048_bytes() {
    let of_length = |bytes: usize| format!("/{}", "x".repeat(bytes - 1));
    assert!(local_path(&of_length(2048)).is_some());
    assert!(local_path(&of_length(2049)).is_none());
}
