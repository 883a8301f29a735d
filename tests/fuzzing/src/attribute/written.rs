//! What an attribute demands, read from its tokens with nothing but commas and brackets in mind.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

pub(super) type Verbs = BTreeSet<String>;

/// What decides who may enter.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Data {
    /// Verbs and paths, sorted.
    pub(super) routes: Vec<(String, String)>,
    pub(super) anonymous: Verbs,
    /// How many rules there are, and all texts in them, as written.
    pub(super) rules: usize,
    pub(super) names: Vec<String>,
    /// The same, verb by verb.
    pub(super) on: Vec<(String, usize, Vec<String>)>,
    pub(super) schemes: Vec<String>,
    pub(super) manual: bool,
}

pub(super) type Written = Data;

const VERBS: [&str; 7] = ["get", "post", "put", "patch", "delete", "head", "options"];
const DEMANDS: [&str; 10] = [
    "roles",
    "roles_all",
    "permissions",
    "permissions_all",
    "scopes",
    "scopes_all",
    "claims",
    "claims_all",
    "policies",
    "require",
];

impl Data {
    /// Reads the attribute of a sound endpoint. Nothing where a free expression stands in it,
    /// whose commas may be anybody's.
    pub(super) fn read(attribute: TokenStream) -> Option<Self> {
        let mut data = Self::default();
        let (mut verbs, mut paths, mut all) = (Verbs::new(), Vec::new(), false);
        for clause in split(attribute) {
            let word = clause.first()?.to_string();
            let inside = match clause.get(1) {
                Some(TokenTree::Group(group)) => group.stream(),
                _ => TokenStream::new(),
            };
            match word.as_str() {
                "wrap" | "crate" => return None,
                "verbs" => verbs = words(inside),
                "routes" => paths = strings(inside),
                "anonymous" if clause.len() == 1 => all = true,
                "anonymous" => data.anonymous = words(inside),
                "schemes" => data.schemes = strings(inside),
                "manual" => data.manual = true,
                "on" => data.on.push(on(inside)?),
                verb if VERBS.contains(&verb) => {
                    let path = strings(clause.into_iter().collect()).join("");
                    data.routes.push((verb.to_uppercase(), path));
                }
                demand if DEMANDS.contains(&demand) => {
                    data.rules += 1;
                    data.names.extend(strings(inside));
                }
                _ => {}
            }
        }
        for verb in &verbs {
            data.routes.extend(paths.iter().map(|path| (verb.clone(), path.clone())));
        }
        if all {
            data.anonymous = data.routes.iter().map(|(verb, _)| verb.clone()).collect();
        }
        data.routes.sort();
        data.on.sort();
        Some(data)
    }
}

/// One verb's demands.
fn on(inside: TokenStream) -> Option<(String, usize, Vec<String>)> {
    let mut parts = split(inside).into_iter();
    let verb = parts.next()?.first()?.to_string();
    let (mut rules, mut names) = (0, Vec::new());
    for part in parts {
        rules += 1;
        names.extend(strings(part.into_iter().collect()));
    }
    Some((verb, rules, names))
}

/// The parts between commas that stand in no brackets.
fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(Vec::new()),
            other => parts.last_mut().expect("at least one part").push(other),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn words(tokens: TokenStream) -> Verbs {
    let words = tokens.into_iter().filter(|token| matches!(token, TokenTree::Ident(_)));
    words.map(|word| word.to_string()).collect()
}

/// The strings anywhere inside, as they stand, and each `!` or `not(…)`.
pub(super) fn strings(tokens: TokenStream) -> Vec<String> {
    let mut tokens = tokens.into_iter().peekable();
    let mut texts = Vec::new();
    while let Some(token) = tokens.next() {
        let called = matches!(tokens.peek(), Some(TokenTree::Group(_)));
        match token {
            TokenTree::Group(group) => texts.extend(strings(group.stream())),
            literal @ TokenTree::Literal(_) => {
                let text = syn::parse2::<LitStr>(literal.into());
                texts.extend(text.into_iter().map(|text| text.value()));
            }
            TokenTree::Punct(punct) if punct.as_char() == '!' => texts.push("!".to_owned()),
            TokenTree::Ident(word) if called && word == "not" => texts.push("!".to_owned()),
            TokenTree::Punct(_) | TokenTree::Ident(_) => {}
        }
    }
    texts
}
