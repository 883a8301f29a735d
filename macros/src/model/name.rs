//! The names that an endpoint asks for. Two names are the same only if it can be seen here:
//! what a constant holds is not known before the program is compiled.

use proc_macro2::{Literal as Number, TokenStream};
use quote::ToTokens;
use syn::{ExprPath, LitBool, LitStr};

use crate::problems::shown;
use crate::words::Fact;

pub(crate) enum Name {
    Text(LitStr),
    /// A variant of a vocabulary.
    Variant(ExprPath),
    /// A `const` of type `&'static str`.
    Constant(ExprPath),
    /// A `policy!` item.
    Policy(ExprPath),
}

/// One thing that holds of a caller or does not.
pub(crate) enum Atom {
    Has(Fact, Name),
    ClaimIs(Name, Literal),
}

/// What a claim is compared with.
pub(crate) enum Literal {
    Text(LitStr),
    Integer(i64, Number),
    Boolean(LitBool),
}

impl Name {
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(two)) => one.value() == two.value(),
            (Self::Text(_), _) | (_, Self::Text(_)) => false,
            _ => shown(self) == shown(other),
        }
    }
}

impl Literal {
    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(one), Self::Text(two)) => one.value() == two.value(),
            (Self::Integer(one, _), Self::Integer(two, _)) => one == two,
            (Self::Boolean(one), Self::Boolean(two)) => one.value == two.value,
            _ => false,
        }
    }

    /// An empty string is the one value by which a claim is absent.
    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.value().is_empty())
    }
}

impl Atom {
    pub(crate) fn name(&self) -> &Name {
        match self {
            Self::Has(_, name) | Self::ClaimIs(name, _) => name,
        }
    }

    pub(crate) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Has(fact, one), Self::Has(other, two)) => fact == other && one.same(two),
            (Self::ClaimIs(one, is), Self::ClaimIs(two, value)) => one.same(two) && is.same(value),
            _ => false,
        }
    }

    /// Might these two, which are not the same as written, turn out to be the same? Two variants
    /// have different names.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        let of_one_kind = match (self, other) {
            (Self::Has(one, _), Self::Has(two, _)) => one == two,
            (Self::ClaimIs(..), Self::Has(Fact::Claim, _)) => true,
            (Self::ClaimIs(_, is), Self::ClaimIs(_, value)) => is.same(value),
            _ => false,
        };
        let (one, two) = (self.name(), other.name());
        of_one_kind
            && !one.same(two)
            && matches!(
                (one, two),
                (Name::Constant(_), _) | (Name::Variant(_), Name::Text(_) | Name::Constant(_))
            )
    }

    /// Does the other hold wherever this one does?
    pub(crate) fn implies(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ClaimIs(one, value), Self::Has(Fact::Claim, two)) => {
                one.same(two) && !value.is_empty()
            }
            _ => self.same(other),
        }
    }
}

/// As the user wrote it.
impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(tokens),
            Self::Variant(path) | Self::Constant(path) | Self::Policy(path) => {
                path.to_tokens(tokens);
            }
        }
    }
}

/// As the user wrote it.
impl ToTokens for Atom {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Has(_, name) => name.to_tokens(tokens),
            Self::ClaimIs(name, value) => {
                name.to_tokens(tokens);
                quote::quote!(=).to_tokens(tokens);
                value.to_tokens(tokens);
            }
        }
    }
}

impl ToTokens for Literal {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Text(text) => text.to_tokens(tokens),
            Self::Integer(_, number) => number.to_tokens(tokens),
            Self::Boolean(boolean) => boolean.to_tokens(tokens),
        }
    }
}
