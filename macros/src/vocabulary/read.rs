//! The words of the attributes: each known, each once, each with the value it takes. What they
//! mean together is looked at later.

use proc_macro2::TokenStream;
use syn::{Attribute, DeriveInput, Expr, ExprLit, Ident, Lit, LitStr, Meta, Path, Variant};

use super::words::{Case, EnumWord, VariantWord};
use crate::check::as_ours;
use crate::nearest::nearest;
use crate::problems::{Problems, shown};
use crate::syntax::{self, Clause, Value, peeled};
use crate::words::{self, Word};

/// What is written above an enum.
#[derive(Default)]
pub(super) struct Written {
    /// Words that choose a kind, as they stand there.
    pub(super) kinds: Vec<(EnumWord, Ident)>,
    pub(super) case: Option<Case>,
    pub(super) runtime: Option<Path>,
}

pub(super) fn item(item: &DeriveInput, problems: &mut Problems) -> Written {
    let mut written = Written::default();
    for (word, clause) in known::<EnumWord>(&item.attrs, problems) {
        match word {
            EnumWord::RenameAll => written.case = case(&clause, problems),
            EnumWord::Crate => written.runtime = path(&clause, problems),
            _ => {
                if !matches!(clause.value, Value::Nothing) {
                    let message = format!("`{}` stands alone here", clause.word);
                    problems.report(&clause, message);
                }
                written.kinds.push((word, clause.word));
            }
        }
    }
    written
}

/// The name that is written above a variant.
pub(super) fn rename(variant: &Variant, problems: &mut Problems) -> Option<LitStr> {
    let known = known::<VariantWord>(&variant.attrs, problems);
    known.into_iter().find_map(|(VariantWord::Rename, clause)| {
        let text = text(&clause);
        if text.is_none() {
            problems.report(&clause, "`rename` takes a string: `rename = \"docs:write\"`");
        }
        text
    })
}

fn known<W: Word + PartialEq>(
    attributes: &[Attribute],
    problems: &mut Problems,
) -> Vec<(W, Clause)> {
    let mut clauses = Vec::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("vocabulary")) {
        if let Some(tokens) = inside(attribute, problems) {
            clauses.extend(syntax::clauses(tokens, problems));
        }
    }
    let mut known: Vec<(W, Clause)> = Vec::new();
    for clause in clauses {
        let Some(word) = words::find::<W>(&clause.word, problems) else {
            continue;
        };
        match known.iter().find(|(earlier, _)| *earlier == word) {
            Some((_, first)) => {
                let message = format!("`{}` is written twice; keep one", clause.word);
                problems.clash(&clause.word, message, &first.word, "the first is here");
            }
            None => known.push((word, clause)),
        }
    }
    known
}

fn inside(attribute: &Attribute, problems: &mut Problems) -> Option<TokenStream> {
    match &attribute.meta {
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            Some(list.tokens.clone())
        }
        meta => {
            let message = "`vocabulary` takes words in parentheses: `#[vocabulary(role)]`";
            problems.report(meta, message);
            None
        }
    }
}

fn case(clause: &Clause, problems: &mut Problems) -> Option<Case> {
    let Some(text) = text(clause) else {
        problems.report(clause, "`rename_all` takes a string: `rename_all = \"snake_case\"`");
        return None;
    };
    let value = text.value();
    let found = Case::ALL.iter().copied().find(|case| case.text() == value);
    if found.is_none() {
        let known: Vec<_> = Case::ALL.iter().map(|case| case.text()).collect();
        let hint = match nearest(&value, &known) {
            Some(near) => format!("did you mean `\"{near}\"`?"),
            None => format!("known are `\"{}\"`", known.join("\"`, `\"")),
        };
        problems.report(&text, format!("unknown spelling `{}`; {hint}", shown(&text)));
    }
    found
}

fn path(clause: &Clause, problems: &mut Problems) -> Option<Path> {
    if let Value::Equals(_, expression) = &clause.value
        && let Expr::Path(path) = peeled(expression)
        && path.qself.is_none()
    {
        return Some(as_ours(path.path.clone()));
    }
    problems.report(clause, "`crate` takes a path: `crate = my_crate::portcullis`");
    None
}

fn text(clause: &Clause) -> Option<LitStr> {
    let Value::Equals(_, expression) = &clause.value else {
        return None;
    };
    match peeled(expression) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
        _ => None,
    }
}
