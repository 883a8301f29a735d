//! What a handler's signature may not have, and what it must.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{FnArg, Generics, PatType, ReturnType, Safety, Signature, Type};

use crate::problems::{Problems, shown};

pub(super) fn tell(signature: &Signature, problems: &mut Problems) {
    qualifiers(signature, problems);
    generics(&signature.generics, problems);
    arguments(signature, problems);
    if matches!(signature.output, ReturnType::Default) {
        let message = "a handler answers something; write `-> impl Responder` or a type";
        problems.report(&signature.ident, message);
    }
}

fn qualifiers(signature: &Signature, problems: &mut Problems) {
    if signature.asyncness.is_none() {
        let message = format!("a handler is async; write `async fn {}`", signature.ident);
        problems.report(signature.fn_token, message);
    }
    if let Some(constness) = signature.constness {
        problems.report(constness, "a handler cannot be `const`; remove the word");
    }
    if let Safety::Unsafe(unsafety) = signature.safety {
        problems.report(unsafety, "a handler cannot be `unsafe`; put the `unsafe` block inside");
    }
    if let Some(abi) = &signature.abi {
        problems.report(abi, "a handler cannot be `extern`; remove it");
    }
}

fn generics(generics: &Generics, problems: &mut Problems) {
    if !generics.params.is_empty() {
        let message = "a handler cannot be generic: actix-web calls one function; name the types";
        problems.report(&generics.params, message);
    }
    if let Some(clause) = &generics.where_clause {
        problems.report(clause, "a handler cannot have a `where` clause; name the types");
    }
}

fn arguments(signature: &Signature, problems: &mut Problems) {
    for argument in &signature.inputs {
        if let FnArg::Typed(PatType { ty, .. }) = argument {
            of_type(ty, problems);
        }
    }
    if let Some(variadic) = &signature.variadic {
        problems.report(variadic.dots, "a handler cannot be variadic; name its arguments");
    }
    if let Some(first) = signature.inputs.iter().nth(MOST_ARGUMENTS) {
        let message = format!(
            "actix-web calls handlers of up to {MOST_ARGUMENTS} arguments; put several into one \
             tuple, or one type that implements `FromRequest`"
        );
        problems.report(first, message);
    }
}

fn of_type(of: &Type, problems: &mut Problems) {
    if let Type::Reference(reference) = of {
        let owned = shown(&reference.elem);
        problems.report(of, format!("a handler takes its arguments by value: `{owned}`"));
    } else if let Some(word) = word_impl(of.to_token_stream()) {
        problems.report(word, "`impl` makes this handler generic; name the type");
    }
}

/// At any depth, as in `Json<impl Trait>`.
fn word_impl(tokens: TokenStream) -> Option<TokenTree> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => word_impl(group.stream()),
        TokenTree::Ident(word) if word == "impl" => Some(TokenTree::Ident(word)),
        _ => None,
    })
}

/// As many as actix-web's `Handler` is implemented for.
const MOST_ARGUMENTS: usize = 16;
