//! The inside of `policy!`.
//!
//! ```text
//! policies := ("crate" "=" path ";")? policy (";" policy)* ";"?
//! policy   := attribute* visibility name "=" expression
//! ```
//!
//! One that cannot be read does not hide the mistakes of the others.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Path, Token, Visibility, token};

use super::Sentence;
use crate::problems::Problems;

pub(crate) struct Policies {
    /// The crate `portcullis`, as the user's crate calls it.
    pub(crate) runtime: Option<Path>,
    pub(crate) policies: Vec<Policy>,
}

pub(crate) struct Policy {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) demand: syn::Result<Sentence>,
}

pub(crate) fn policies(tokens: TokenStream, problems: &mut Problems) -> Policies {
    let mut all = Policies { runtime: None, policies: Vec::new() };
    for tokens in between_semicolons(tokens) {
        match part.parse2(tokens) {
            Ok(Part::Runtime(path)) => all.runtime = Some(path),
            Ok(Part::Policy(policy)) => all.policies.push(*policy),
            Err(error) => problems.add(error),
        }
    }
    all
}

enum Part {
    Runtime(Path),
    Policy(Box<Policy>),
}

fn part(input: ParseStream) -> syn::Result<Part> {
    if !input.peek(Token![crate]) {
        return input.parse().map(|policy| Part::Policy(Box::new(policy)));
    }
    input.parse::<Token![crate]>()?;
    input.parse::<Token![=]>()?;
    input.call(Path::parse_mod_style).map(Part::Runtime)
}

fn between_semicolons(tokens: TokenStream) -> Vec<TokenStream> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let is_semicolon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
    let parts = tokens.split(is_semicolon).filter(|part| !part.is_empty());
    parts.map(|part| part.iter().cloned().collect()).collect()
}

impl Parse for Policy {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let name: Ident = input.parse().map_err(|error| {
            let message = "expected a policy: `pub ManagersOnly = role(\"Manager\")`";
            syn::Error::new(error.span(), message)
        })?;
        if input.peek(token::Paren) {
            let message = "a policy has a name: `ManagersOnly = role(\"Manager\")`";
            return Err(syn::Error::new_spanned(&name, message));
        }
        if !input.peek(Token![=]) || input.peek(Token![==]) {
            return Err(super::without_equals(&name, input));
        }
        input.parse::<Token![=]>()?;
        // The name is known from here on, and stays.
        let rest: TokenStream = input.parse()?;
        let demand = if rest.is_empty() {
            Err(syn::Error::new_spanned(&name, format!("`{name} =` lacks its condition")))
        } else {
            Sentence::open.parse2(rest)
        };
        Ok(Self { attributes, visibility, name, demand })
    }
}
