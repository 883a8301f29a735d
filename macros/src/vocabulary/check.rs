//! Does the item declare a vocabulary? Whatever makes no sense is told, all of it at once.

use syn::{Data, DataEnum, DeriveInput, Fields, parse_quote};

use super::model::{Variant, Vocabulary};
use super::names;
use super::read::Written;
use crate::problems::Problems;
use crate::words::Fact;

pub(super) fn vocabulary<'a>(
    item: &'a DeriveInput,
    written: &Written,
    problems: &mut Problems,
) -> Vocabulary<'a> {
    let variants = match enumeration(item, problems) {
        Some(data) => variants(item, data, written, problems),
        None => Vec::new(),
    };
    let kind = kind(item, written, problems);
    generics(item, problems);
    Vocabulary {
        runtime: written.runtime.clone().unwrap_or_else(|| parse_quote!(::portcullis)),
        kind,
        visibility: &item.vis,
        name: &item.ident,
        generics: &item.generics,
        variants,
    }
}

fn enumeration<'a>(item: &'a DeriveInput, problems: &mut Problems) -> Option<&'a DataEnum> {
    let message = |item| format!("`Vocabulary` is derived for an enum, which this `{item}` is not");
    match &item.data {
        Data::Enum(data) => return Some(data),
        Data::Struct(data) => problems.report(data.struct_token, message("struct")),
        Data::Union(data) => problems.report(data.union_token, message("union")),
    }
    None
}

/// One kind, and exactly one. Missing it is told if nothing else is wrong: then it may have been
/// misspelt.
fn kind(item: &DeriveInput, written: &Written, problems: &mut Problems) -> Option<Fact> {
    let mut kinds = written.kinds.iter();
    let Some((first, at)) = kinds.next() else {
        let message = format!(
            "names of what? write `#[vocabulary(role)]` above `{}`, or `permission`, `scope` or \
             `claim` in it",
            item.ident
        );
        problems.missing(&item.ident, message);
        return None;
    };
    for (_, other) in kinds {
        let message = format!("`{other}` clashes with `{at}`: an enum holds names of one kind");
        problems.clash(other, message, at, format!("`{at}` is here"));
    }
    first.kind()
}

fn generics(item: &DeriveInput, problems: &mut Problems) {
    let message = "a vocabulary has no generics; its names are known when it is compiled";
    if !item.generics.params.is_empty() {
        problems.report(&item.generics, message);
    } else if let Some(clause) = &item.generics.where_clause {
        problems.report(clause, message);
    }
}

fn variants<'a>(
    item: &DeriveInput,
    data: &'a DataEnum,
    written: &Written,
    problems: &mut Problems,
) -> Vec<Variant<'a>> {
    if data.variants.is_empty() {
        let message = format!("`{}` has no variants, so it names nothing", item.ident);
        problems.report(&item.ident, message);
    }
    let of = written.kinds.first().and_then(|(word, _)| word.kind());
    let mut variants: Vec<Variant> = Vec::new();
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            let message = format!("`{}` has fields, and a name has none", variant.ident);
            problems.report(&variant.fields, message);
        }
        let named = names::name(variant, written.case, of, problems);
        names::compare(&named, &variants, problems);
        variants.push(named);
    }
    variants
}
