//! The parentheses of `require`: one expression, and whatever else was put behind it.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Token, parenthesized};

pub(crate) struct Sentence {
    pub(crate) expression: Expr,
    pub(crate) comma: Option<Token![,]>,
    /// Empty in a sound sentence. Kept, since a foreign operator such as `and` leaves it behind.
    pub(crate) rest: TokenStream,
}

impl Parse for Sentence {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let inside;
        parenthesized!(inside in input);
        Self::open(&inside)
    }
}

impl Sentence {
    /// The same without parentheses around it, to the end of the input.
    pub(crate) fn open(input: ParseStream) -> syn::Result<Self> {
        Ok(Self { expression: input.parse()?, comma: input.parse()?, rest: input.parse()? })
    }
}
