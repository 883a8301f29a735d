//! The inside of `group!`.
//!
//! ```text
//! group := attribute* visibility name "=" string ("," clause)* ","?
//! ```

use proc_macro2::{Ident, TokenStream};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Token, Visibility};

use super::Clause;
use crate::problems::Problems;

pub(crate) struct Group {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) prefix: Option<Expr>,
    pub(crate) clauses: Vec<Clause>,
}

/// Nothing, if not even the name can be read.
pub(crate) fn group(tokens: TokenStream, problems: &mut Problems) -> Option<Group> {
    let parsed = named.parse2(tokens).map_err(|error| problems.add(error)).ok()?;
    let (attributes, visibility, name, rest) = parsed;
    let (prefix, clauses) = super::separated::headed_openly(rest, problems);
    if prefix.is_none() {
        let message = format!("`{name} =` lacks its prefix, such as `\"/admin\"`");
        problems.missing(&name, message);
    }
    Some(Group { attributes, visibility, name, prefix, clauses })
}

fn named(input: ParseStream) -> syn::Result<(Vec<Attribute>, Visibility, Ident, TokenStream)> {
    let attributes = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    let name: Ident = input.parse().map_err(|error| {
        let message = "expected a group: `pub ADMIN = \"/admin\", roles(\"Admin\")`";
        syn::Error::new(error.span(), message)
    })?;
    if !input.peek(Token![=]) || input.peek(Token![==]) {
        return Err(super::without_equals(&name, input));
    }
    input.parse::<Token![=]>()?;
    Ok((attributes, visibility, name, input.parse()?))
}
