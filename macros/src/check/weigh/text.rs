//! Conditions as messages show them: the user's own tokens, spaced as one writes them, whoever
//! spaced them before.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

pub(in crate::check) fn text(tokens: &TokenStream) -> String {
    let whole = spaced(tokens.clone());
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let start: String = whole.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}

fn spaced(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut before = Before::Nothing;
    for token in tokens {
        let (shown, is_call) = match &token {
            TokenTree::Group(group) => {
                let inside = spaced(group.stream());
                match group.delimiter() {
                    Delimiter::Parenthesis => (format!("({inside})"), true),
                    Delimiter::Brace => (format!("{{{inside}}}"), false),
                    Delimiter::Bracket => (format!("[{inside}]"), false),
                    Delimiter::None => (inside, false),
                }
            }
            other => (other.to_string(), false),
        };
        let blank = match before {
            Before::Nothing | Before::Tight => false,
            Before::Word => !is_call && !matches!(shown.as_str(), "," | ":"),
            Before::Loose => shown != ",",
        };
        if blank {
            text.push(' ');
        }
        text.push_str(&shown);
        before = Before::of(&token);
    }
    text
}

/// What a token leaves between itself and the next.
enum Before {
    Nothing,
    /// No blank.
    Tight,
    /// A blank, but before parentheses.
    Word,
    Loose,
}

impl Before {
    fn of(token: &TokenTree) -> Self {
        match token {
            TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint => Self::Tight,
            TokenTree::Punct(punct) if matches!(punct.as_char(), '!' | ':' | '-') => Self::Tight,
            TokenTree::Ident(_) => Self::Word,
            _ => Self::Loose,
        }
    }
}

/// More is not read.
const LONGEST: usize = 80;
