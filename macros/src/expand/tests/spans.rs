//! Every path of the user's keeps its place, so that an editor completes and follows it, whatever
//! else is wrong with the attribute.

use proc_macro2::{TokenStream, TokenTree};

use crate::testing::expanded;
use crate::{group2, policy2};

/// Every place of the source at which an identifier of the expansion stands, with its text.
fn places(tokens: TokenStream) -> Vec<(usize, String)> {
    let place = |token| match token {
        TokenTree::Group(group) => places(group.stream()),
        TokenTree::Ident(word) => vec![(word.span().byte_range().start, word.to_string())],
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(place).collect()
}

/// Whether each word stands in the expansion just where it stands in the source.
fn keeps(source: &str, expansion: TokenStream, words: &[&str]) {
    let places = places(expansion);
    for word in words {
        let at = source.find(word).unwrap();
        assert!(places.contains(&(at, (*word).to_owned())), "`{word}` of {source} is lost");
    }
}

const PATHS: &str = r#"roles(Role::Admin, ROLE), permissions_all(names::Permission::Write),
    require(scope(SCOPE) && !claim(Claim::Suspended, true) || policy(shop::Stock)),
    policies(ManagersOnly), schemes(COOKIE, "jwt"), group = groups::STAFF,
    on(GET, claims(Claim::Tenant = "a"))"#;

const WORDS: [&str; 15] = [
    "Role",
    "Admin",
    "ROLE",
    "names",
    "Write",
    "SCOPE",
    "Claim",
    "Suspended",
    "shop",
    "Stock",
    "ManagersOnly",
    "COOKIE",
    "groups",
    "STAFF",
    "Tenant",
];

#[test]
fn of_a_sound_endpoint() {
    let source = format!(r#"#[endpoint(get = "/a", {PATHS})] async fn a() -> Answer {{ Answer }}"#);
    keeps(&source, expanded(&source), &WORDS);
}

#[test]
fn of_an_endpoint_with_another_mistake() {
    let mistakes = [
        r#"pots = "/b""#,
        r#"get = "no path""#,
        r#"scopes("a b")"#,
        "scopes(1, 2)",
        "scopes()",
        "manual = 1",
        "accept(everything)",
        "anonymous(POST)",
    ];
    for mistake in mistakes {
        let attribute = format!(r#"#[endpoint(get = "/a", {mistake}, {PATHS})]"#);
        let source = format!("{attribute} async fn a() -> Answer {{ Answer }}");
        let expansion = expanded(&source);
        assert!(expansion.to_string().contains("compile_error"), "{mistake} is no mistake");
        keeps(&source, expansion, &WORDS);
    }
}

#[test]
fn of_a_condition_with_a_mistake() {
    let condition = r#"require(role(Role::Admin) && rolle("a") || !(scope(SCOPE)))"#;
    let source = format!(r#"#[endpoint(get = "/a", {condition})] async fn a() -> A {{ A }}"#);
    keeps(&source, expanded(&source), &["Role", "Admin", "SCOPE"]);
}

#[test]
fn of_an_endpoint_whose_handler_cannot_stand() {
    let source = format!(r#"#[endpoint(get = "/a", {PATHS})] fn a<T>();"#);
    keeps(&source, expanded(&source), &WORDS);
}

#[test]
fn of_policies_and_groups_with_another_mistake() {
    let source = r#"One = role(Role::Admin) && policy(shop::Stock); Two = rolle("a") && role(CLERK); Three = 1"#;
    let words = ["Role", "Admin", "shop", "Stock", "One", "Two", "CLERK", "Three"];
    keeps(source, policy2(source.parse().unwrap()), &words);
    let source = r#"pub ADMIN = "admin", roles(Role::Admin), group = STAFF, schemes(COOKIE)"#;
    let words = ["ADMIN", "Role", "Admin", "STAFF", "COOKIE"];
    keeps(source, group2(source.parse().unwrap()), &words);
}
