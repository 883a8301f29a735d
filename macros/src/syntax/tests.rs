//! The grammar, without any vocabulary.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::{Clause, Item, Sentence, Value};
use crate::problems::Problems;

fn clauses(text: &str) -> (Vec<Clause>, usize) {
    let mut problems = Problems::default();
    let clauses = super::clauses(text.parse().unwrap(), &mut problems);
    let errors = problems.finish(Some(())).err().into_iter().flatten().count();
    (clauses, errors)
}

fn kind(clause: &Clause) -> String {
    let word = &clause.word;
    match &clause.value {
        Value::Nothing => format!("{word}"),
        Value::Equals(..) => format!("{word}="),
        Value::Parentheses(_) => format!("{word}()"),
    }
}

fn group(text: &str) -> proc_macro2::Group {
    match text.parse::<TokenStream>().unwrap().into_iter().next() {
        Some(TokenTree::Group(group)) => group,
        other => panic!("no group: {other:?}"),
    }
}

#[test]
fn clauses_of_every_shape_in_order() {
    for (text, expected) in [
        ("", ""),
        ("a", "a"),
        ("a,", "a"),
        ("a, b = 1, c(x, y), a", "a b= c() a"),
        ("wrap = from::<A, B>(|x, y| x), b", "wrap= b"),
        ("wrap = A { a: 1, b }, b", "wrap= b"),
        ("crate = crate::a, on(PUT)", "crate= on()"),
    ] {
        let (clauses, errors) = clauses(text);
        let kinds: Vec<_> = clauses.iter().map(kind).collect();
        assert_eq!((kinds.join(" ").as_str(), errors), (expected, 0), "{text}");
    }
}

#[test]
fn a_broken_clause_hides_no_other() {
    for (text, expected) in [
        ("a b", "a b"),
        ("a = 1 b(x) c", "a= b() c"),
        ("a = , b", "b"),
        ("a; b", "a b"),
        ("a = +, b", "b"),
        ("1, b", "b"),
        ("a = f(x y), b(z)", "b()"),
    ] {
        let (clauses, errors) = clauses(text);
        let kinds: Vec<_> = clauses.iter().map(kind).collect();
        assert_eq!(kinds.join(" "), expected, "{text}");
        assert!(errors > 0, "{text}");
    }
}

#[test]
fn a_clause_keeps_its_tokens() {
    let text = "a = \"b\" , c (d , e)";
    let (clauses, _) = clauses(text);
    let texts: Vec<_> = clauses.iter().map(|it| it.to_token_stream().to_string()).collect();
    assert_eq!(texts.join(" , "), text);
}

#[test]
fn entries_and_headed_clauses() {
    let mut problems = Problems::default();
    let entries = super::entries(&group("(\"a\", b::C, \"d\" = -1,)"), &mut problems);
    assert_eq!(entries.len(), 3);
    let (head, clauses) = super::headed(&group("(PUT, roles(\"a\"), manual)"), &mut problems);
    assert_eq!((head.is_some(), clauses.len()), (true, 2));
    assert!(problems.finish(Some(())).is_ok());
}

#[test]
fn a_sentence_keeps_what_stands_behind_it() {
    for (inside, comma, rest) in [
        (quote!((a || b)), false, ""),
        (quote!((a,)), true, ""),
        (quote!((a and b)), false, "and b"),
        (quote!((a, b)), true, "b"),
    ] {
        let sentence: Sentence = syn::parse2(inside).unwrap();
        assert_eq!(sentence.comma.is_some(), comma);
        assert_eq!(sentence.rest.to_string(), rest);
    }
}

#[test]
fn the_body_of_a_function_is_not_read() {
    let item = super::item(quote!(pub async fn a(b: C) -> D { b. }));
    assert!(matches!(item, Item::Function(_)));
    let item = super::item(quote!(
        struct A;
    ));
    assert!(matches!(item, Item::Other(..)));
}
