//! The item below the attribute.
//!
//! ```text
//! function := attribute* visibility signature (body | ";")
//! ```
//!
//! The body is one unread group of tokens, so that code which is just being typed does not matter.

use proc_macro2::{Group, Ident, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Signature, Token, Visibility, token};

pub(crate) enum Item {
    Function(Box<Function>),
    /// Not a function, or one that cannot be read.
    Other(TokenStream, syn::Error),
}

pub(crate) struct Function {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) signature: Signature,
    pub(crate) body: Option<Group>,
}

impl Item {
    /// Of a function that can be read.
    pub(crate) fn name(&self) -> Option<&Ident> {
        match self {
            Self::Function(function) => Some(&function.signature.ident),
            Self::Other(..) => None,
        }
    }
}

pub(crate) fn item(tokens: TokenStream) -> Item {
    match syn::parse2(tokens.clone()) {
        Ok(function) => Item::Function(Box::new(function)),
        Err(error) => Item::Other(tokens, error),
    }
}

impl Parse for Function {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let signature = input.parse()?;
        let body = match input.parse::<Option<Token![;]>>()? {
            Some(_) => None,
            None if input.peek(token::Brace) => Some(input.parse()?),
            None => return Err(input.error("expected `{`")),
        };
        Ok(Self { attributes, visibility, signature, body })
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attributes);
        self.visibility.to_tokens(tokens);
        self.signature.to_tokens(tokens);
        self.body.to_tokens(tokens);
    }
}
