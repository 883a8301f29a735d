//! One clause: a word, and what stands beside it.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, Lit, Token, token};

pub(crate) struct Clause {
    pub(crate) word: Ident,
    pub(crate) value: Value,
}

pub(crate) enum Value {
    Nothing,
    Equals(Token![=], Box<Expr>),
    Parentheses(Group),
}

impl Parse for Clause {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Token![,]) {
            return Err(input.error("one `,` too many"));
        }
        if input.peek(Token![#]) {
            return Err(input.error(NO_ATTRIBUTES));
        }
        let word = input.call(Ident::parse_any).map_err(|error| {
            let message = "expected a clause, such as `get = \"/path\"` or `roles(\"Admin\")`";
            syn::Error::new(error.span(), message)
        })?;
        let value = value(&word, input)?;
        Ok(Self { word, value })
    }
}

fn value(word: &Ident, input: ParseStream) -> syn::Result<Value> {
    if input.peek(token::Paren) {
        return parentheses(input);
    }
    if input.peek(Token![::]) {
        return Err(input.error(format!("a clause is one word; remove `{word}::`")));
    }
    if input.peek(Token![==]) || input.peek(Token![=>]) || input.peek(Token![:]) {
        return Err(input.error(format!("expected `=` behind `{word}`")));
    }
    if input.peek(Token![=]) {
        return equals(word, input);
    }
    if input.peek(token::Bracket) || input.peek(token::Brace) {
        return Err(input.error(format!("expected `(` behind `{word}`")));
    }
    if input.peek(Lit) {
        return Err(input.error(format!("expected `=` or `(` between `{word}` and its value")));
    }
    // Whatever else follows is told by whoever looks for the comma.
    Ok(Value::Nothing)
}

fn parentheses(input: ParseStream) -> syn::Result<Value> {
    let group: Group = input.parse()?;
    match attribute(group.stream()) {
        Some(sign) => Err(syn::Error::new_spanned(sign, NO_ATTRIBUTES)),
        None => Ok(Value::Parentheses(group)),
    }
}

fn equals(word: &Ident, input: ParseStream) -> syn::Result<Value> {
    let sign: Token![=] = input.parse()?;
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new_spanned(word, format!("`{word} =` lacks its value")));
    }
    if input.peek(Token![#]) {
        return Err(input.error(NO_ATTRIBUTES));
    }
    Ok(Value::Equals(sign, Box::new(input.parse()?)))
}

/// An attribute anywhere inside. The parser of expressions would take it and nobody would obey
/// it: a `#[cfg(..)]` before a name would not remove the name.
fn attribute(tokens: TokenStream) -> Option<TokenTree> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => attribute(group.stream()),
        TokenTree::Punct(punct) if punct.as_char() == '#' => Some(TokenTree::Punct(punct)),
        _ => None,
    })
}

impl ToTokens for Clause {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.word.to_tokens(tokens);
        match &self.value {
            Value::Nothing => {}
            Value::Equals(sign, expression) => {
                sign.to_tokens(tokens);
                expression.to_tokens(tokens);
            }
            Value::Parentheses(group) => tokens.append(group.clone()),
        }
    }
}

const NO_ATTRIBUTES: &str =
    "attributes are not obeyed here; put `#[cfg(..)]` on the handler, or write two handlers";
