//! What other languages, and the rest of Rust, would write inside `require`, and what to write
//! instead.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;
use syn::{BinOp, Expr, ExprLit, Lit};

use super::super::shapes::word;
use crate::problems::{Problems, shown};
use crate::syntax::{Sentence, peeled};

/// Tells what stands behind the expression; if nothing does, the answer is no.
pub(super) fn tell_rest(sentence: &Sentence, problems: &mut Problems) -> bool {
    let Some(next) = sentence.rest.clone().into_iter().next() else {
        return false;
    };
    if let Some(not) = last(&sentence.expression).filter(|last| is(last, &["not", "NOT"])) {
        problems.report(&not, format!("`{not}` is no operator here; write `!`"));
    } else if sentence.comma.is_some() {
        let rest = &sentence.rest;
        problems.report(rest, "one condition stands here; join the two with `&&` or `||`");
    } else if is(&next, &["and", "AND"]) {
        problems.report(&next, format!("`{next}` is no operator here; write `&&`"));
    } else if is(&next, &["or", "OR"]) {
        problems.report(&next, format!("`{next}` is no operator here; write `||`"));
    } else {
        let message = format!("expected `&&` or `||` before `{}`", shown(&next));
        problems.report(&next, message);
    }
    true
}

/// For what is no expression: mostly an operator without its right side.
pub(super) fn unreadable(inside: &Group, error: &syn::Error) -> syn::Error {
    let signs = inside.stream().into_iter().collect::<Vec<_>>();
    let sign = match signs.as_slice() {
        [.., TokenTree::Punct(first), TokenTree::Punct(last)]
            if matches!((first.as_char(), last.as_char()), ('&', '&') | ('|', '|')) =>
        {
            quote!(#first #last)
        }
        [.., TokenTree::Punct(last)] if last.as_char() == '!' => quote!(#last),
        _ => return error.clone(),
    };
    let text = shown(&sign).replace(' ', "");
    let message =
        format!("nothing is behind `{text}`; write a function, such as `role(\"Admin\")`");
    syn::Error::new_spanned(sign, message)
}

fn last(expression: &Expr) -> Option<TokenTree> {
    let tokens: TokenStream = quote::ToTokens::to_token_stream(expression);
    tokens.into_iter().last()
}

fn is(token: &TokenTree, texts: &[&str]) -> bool {
    matches!(token, TokenTree::Ident(word) if texts.iter().any(|text| word == text))
}

/// For an operator that is not one of ours.
pub(super) fn operator(operator: &BinOp) -> String {
    let text = shown(operator);
    let instead = match operator {
        BinOp::BitAnd(_) => "write `&&`",
        BinOp::BitOr(_) => "write `||`",
        BinOp::Eq(_) => "a claim's value is asked with `claim(\"dept\", \"eng\")`",
        BinOp::Ne(_) => "a claim's value is denied with `!claim(\"dept\", \"eng\")`",
        _ => "`&&`, `||` and `!` are",
    };
    format!("`{text}` is no operator here; {instead}")
}

/// For an expression that is neither a function nor joined by operators.
pub(super) fn instead_of(expression: &Expr) -> String {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
            let text = shown(text);
            format!("`{text}` may name many things; write `role({text})` or another function")
        }
        Expr::Lit(ExprLit { lit: Lit::Bool(_), .. }) => {
            "a constant demands nothing; write who may enter, such as `role(\"Admin\")`".to_owned()
        }
        Expr::MethodCall(call) => {
            format!(
                "`.{}(…)` is no part of a condition; only `&&`, `||` and `!` join functions",
                call.method
            )
        }
        Expr::Assign(_) => "a claim's value is asked with `claim(\"dept\", \"eng\")`".to_owned(),
        path if word(path).is_some() => {
            format!(
                "`{0}` is no condition by itself; write `role({0})` or another function",
                shown(peeled(path))
            )
        }
        _ => "expected a function, such as `role(\"Admin\")`, or a condition of several".to_owned(),
    }
}
