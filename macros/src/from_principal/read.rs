//! The words above a struct and above its fields: each known, with the values it takes.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Meta, Path, Token};

use super::words::{SourceWord, StructWord};
use crate::check::as_ours;
use crate::problems::Problems;
use crate::syntax::{self, Value, peeled};
use crate::words::{self, Word};

/// An attribute that says where a field comes from.
pub(super) struct Written<'a> {
    pub(super) word: SourceWord,
    pub(super) attribute: &'a Attribute,
    pub(super) values: Values,
}

/// What stands behind its word.
pub(super) enum Values {
    Nothing,
    List(Vec<Expr>),
    /// Something else, which is told.
    Odd,
}

/// The attributes of a field that are ours, in their order.
pub(super) fn field<'a>(attributes: &'a [Attribute], problems: &mut Problems) -> Vec<Written<'a>> {
    for attribute in attributes.iter().filter(|it| it.path().is_ident("principal")) {
        problems.report(attribute.path(), "`principal` stands above the struct, not above a field");
    }
    let ours = attributes.iter().filter_map(|attribute| {
        let word = SourceWord::ALL.iter().find(|word| attribute.path().is_ident(word.text()))?;
        Some((*word, attribute))
    });
    let written =
        |(word, attribute)| Written { word, attribute, values: values(word, attribute, problems) };
    ours.map(written).collect()
}

fn values(word: SourceWord, attribute: &Attribute, problems: &mut Problems) -> Values {
    match &attribute.meta {
        Meta::Path(_) => Values::Nothing,
        Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
            let list = list.parse_args_with(Punctuated::<Expr, Token![,]>::parse_terminated);
            match list {
                Ok(list) => Values::List(list.into_iter().collect()),
                Err(error) => {
                    problems.add(error);
                    Values::Odd
                }
            }
        }
        meta => {
            let text = word.text();
            let message = match word.kind() {
                Some(_) => format!("`{text}` takes a name in parentheses: `{text}(\"…\")`"),
                None => format!("`{text}` stands alone here"),
            };
            problems.report(meta, message);
            Values::Odd
        }
    }
}

/// The crate `portcullis`, where the struct names it.
pub(super) fn runtime(attributes: &[Attribute], problems: &mut Problems) -> Option<Path> {
    let mut runtime = None;
    for attribute in attributes.iter().filter(|it| it.path().is_ident("principal")) {
        let Meta::List(list) = &attribute.meta else {
            let message = "`principal` takes words in parentheses: `#[principal(crate = path)]`";
            problems.report(&attribute.meta, message);
            continue;
        };
        for clause in syntax::clauses(list.tokens.clone(), problems) {
            let Some(StructWord::Crate) = words::find(&clause.word, problems) else {
                continue;
            };
            match &clause.value {
                Value::Equals(_, expression) => match peeled(expression) {
                    Expr::Path(path) if path.qself.is_none() => {
                        runtime = Some(as_ours(path.path.clone()));
                    }
                    _ => problems.report(&clause, CRATE),
                },
                _ => problems.report(&clause, CRATE),
            }
        }
    }
    runtime
}

const CRATE: &str = "`crate` takes a path: `crate = my_crate::portcullis`";
