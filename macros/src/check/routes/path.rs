//! One path of the user's, known to be sound.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::LitStr;

use super::pattern::pattern;
use crate::problems::{self, Problems};

#[derive(Clone)]
pub(super) struct Path {
    text: LitStr,
    /// What the path catches: the path without the names of its parameters.
    pattern: String,
}

impl Path {
    pub(super) fn read(text: LitStr, grouped: bool, problems: &mut Problems) -> Option<Self> {
        let value = text.value();
        if grouped && value.is_empty() {
            return Some(Self { text, pattern: value });
        }
        match pattern(&value) {
            Ok(pattern) => Some(Self { text, pattern }),
            Err(message) => {
                problems.report(text, message);
                None
            }
        }
    }

    /// Do the two catch the same requests?
    pub(super) fn same(&self, other: &Self) -> bool {
        self.pattern == other.pattern
    }

    /// What is wrong with a path that catches the same as an earlier one.
    pub(super) fn repeats(&self, first: &Self, what: &str, is_somewhere: &str) -> String {
        match self.value() == first.value() {
            true => format!("`{what}` {is_somewhere} twice; remove one"),
            false => {
                let (this, first) = (self.shown(), first.shown());
                format!("`{this}` catches what `{first}` does; remove one")
            }
        }
    }

    pub(super) fn value(&self) -> String {
        self.text.value()
    }

    pub(super) fn shown(&self) -> String {
        problems::shown(&self.text)
    }

    pub(super) fn into_text(self) -> LitStr {
        self.text
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.text.to_tokens(tokens);
    }
}
