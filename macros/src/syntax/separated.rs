//! Parts between commas. A part that cannot be read does not hide the mistakes of the others.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Lit, Token, parenthesized};

use super::Clause;
use crate::problems::{Problems, shown};

/// Something that stands between commas.
pub(super) trait Part: Sized {
    fn read(input: ParseStream) -> syn::Result<Self>;

    /// Could a part begin here? Then only the comma before it is missing.
    fn begins(input: ParseStream) -> bool;
}

pub(super) fn separated<T: Part>(tokens: TokenStream, problems: &mut Problems) -> Vec<T> {
    read(tokens, problems, |input, problems| Ok(parts(input, problems)))
}

/// The inside of parentheses: parts of one kind.
pub(super) fn listed<T: Part>(group: &Group, problems: &mut Problems) -> Vec<T> {
    read(group.to_token_stream(), problems, |input, problems| {
        let inside;
        parenthesized!(inside in input);
        Ok(parts(&inside, problems))
    })
}

/// The inside of parentheses: a part of one kind, and behind it parts of another.
pub(super) fn headed<H: Part, T: Part>(
    group: &Group,
    problems: &mut Problems,
) -> (Option<H>, Vec<T>) {
    read(group.to_token_stream(), problems, |input, problems| {
        let inside;
        parenthesized!(inside in input);
        let head = part::<H, T>(&inside, problems);
        Ok((head, parts(&inside, problems)))
    })
}

/// The same without parentheses around it.
pub(super) fn headed_openly<H: Part, T: Part>(
    tokens: TokenStream,
    problems: &mut Problems,
) -> (Option<H>, Vec<T>) {
    read(tokens, problems, |input, problems| {
        let head = match input.is_empty() {
            true => None,
            false => part::<H, T>(input, problems),
        };
        Ok((head, parts(input, problems)))
    })
}

/// What was read stays, even if syn remembers at the end that some part had to be skipped.
fn read<T: Default>(
    tokens: TokenStream,
    problems: &mut Problems,
    parse: impl FnOnce(ParseStream, &mut Problems) -> syn::Result<T>,
) -> T {
    let mut whole = T::default();
    let parser = |input: ParseStream| {
        whole = parse(input, problems)?;
        Ok(())
    };
    if let Err(error) = parser.parse2(tokens) {
        problems.add_unless_found(error);
    }
    whole
}

fn parts<T: Part>(input: ParseStream, problems: &mut Problems) -> Vec<T> {
    let mut parts = Vec::new();
    while !input.is_empty() {
        parts.extend(part::<T, T>(input, problems));
    }
    parts
}

/// A part and the comma behind it, which another kind of part may follow.
fn part<T: Part, Next: Part>(input: ParseStream, problems: &mut Problems) -> Option<T> {
    match T::read(input) {
        Ok(part) => {
            separator::<Next>(input, problems);
            Some(part)
        }
        Err(error) => {
            problems.add(error);
            skip(input);
            None
        }
    }
}

fn separator<T: Part>(input: ParseStream, problems: &mut Problems) {
    if input.is_empty() || input.parse::<Token![,]>().is_ok() {
        return;
    }
    if T::begins(input) {
        let next = input.fork().parse::<TokenTree>().ok();
        problems.report(&next, format!("missing `,` before `{}`", shown(&next)));
    } else if let Ok(semicolon) = input.parse::<Token![;]>() {
        problems.report(semicolon, "expected `,` here, not `;`");
    } else {
        problems.add(input.error("expected `,`"));
        skip(input);
    }
}

/// To behind the next comma.
fn skip(input: ParseStream) {
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            return;
        }
    }
}

impl Part for Clause {
    fn read(input: ParseStream) -> syn::Result<Self> {
        input.parse()
    }

    fn begins(input: ParseStream) -> bool {
        input.peek(Ident::peek_any)
    }
}

impl Part for Expr {
    fn read(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Token![,]) {
            return Err(input.error("one `,` too many"));
        }
        input.parse()
    }

    fn begins(input: ParseStream) -> bool {
        input.peek(Ident::peek_any) || input.peek(Lit)
    }
}
