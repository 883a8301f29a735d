//! The vocabulary: every word that an attribute may hold, once, in a table that parser,
//! suggestions and expansion share. What may stand beside a word is not told here.

mod clause;
mod find;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

pub(crate) use self::clause::Quantity;
pub(crate) use self::find::find;

/// A closed list of words.
pub(crate) trait Word: Copy + 'static {
    /// What one of them is called.
    const NOUN: &'static str;
    const ALL: &'static [Self];

    /// As the user writes it.
    fn text(self) -> &'static str;

    /// As this crate calls it.
    fn variant(self) -> &'static str;
}

/// One table per vocabulary: the word as the user writes it, and as this crate calls it.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $noun:literal { $($variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name {
            $($variant,)+
        }

        impl Word for $name {
            const NOUN: &'static str = $noun;
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn text(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            fn variant(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)+
                }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// What a clause begins with.
    ClauseWord: "clause" {
        Get = "get",
        Post = "post",
        Put = "put",
        Patch = "patch",
        Delete = "delete",
        Head = "head",
        Options = "options",
        Verbs = "verbs",
        Routes = "routes",
        Anonymous = "anonymous",
        Roles = "roles",
        RolesAll = "roles_all",
        Permissions = "permissions",
        PermissionsAll = "permissions_all",
        Scopes = "scopes",
        ScopesAll = "scopes_all",
        Claims = "claims",
        ClaimsAll = "claims_all",
        Policies = "policies",
        Require = "require",
        Authorize = "authorize",
        Schemes = "schemes",
        Group = "group",
        AllowAnonymous = "allow_anonymous",
        On = "on",
        Manual = "manual",
        Accept = "accept",
        Name = "name",
        Summary = "summary",
        Description = "description",
        Tags = "tags",
        Wrap = "wrap",
        Crate = "crate",
    }
}

words! {
    /// The verbs of `verbs`, `anonymous` and `on`; variants of the runtime's `Verb`.
    Verb: "verb" {
        Get = "GET",
        Post = "POST",
        Put = "PUT",
        Patch = "PATCH",
        Delete = "DELETE",
        Head = "HEAD",
        Options = "OPTIONS",
    }
}

words! {
    /// The warnings that `accept` silences; variants of the runtime's `Notice`.
    Notice: "warning" {
        Dormant = "dormant",
        Redundant = "redundant",
    }
}

words! {
    /// What may be asked about a caller: the functions of `require`, and what the lists list.
    /// Their texts are also the names of the runtime's constructors.
    Fact: "function" {
        Role = "role",
        Permission = "permission",
        Scope = "scope",
        Claim = "claim",
        Policy = "policy",
        Scheme = "scheme",
    }
}

/// Named in an expansion as the runtime's variant is.
impl ToTokens for Verb {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        name(self.variant()).to_tokens(tokens);
    }
}

/// Named in an expansion as the runtime's variant is.
impl ToTokens for Notice {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        name(self.variant()).to_tokens(tokens);
    }
}

/// Named in an expansion as the runtime's constructor is.
impl ToTokens for Fact {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        name(self.text()).to_tokens(tokens);
    }
}

fn name(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}
