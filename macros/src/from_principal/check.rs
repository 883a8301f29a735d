//! Is every field something of a caller? Whatever makes no sense is told, all of it at once.

use syn::{Data, DeriveInput, Expr, ExprLit, Fields, Lit, Member, parse_quote};

use super::model::{Absent, Field, Source, Typed};
use super::read::{self, Values, Written};
use super::words::{ClaimWord, SourceWord};
use crate::check::names;
use crate::model::Name;
use crate::problems::{Problems, shown};
use crate::syntax::peeled;
use crate::words::{self, Fact, Word};

pub(super) fn typed<'a>(item: &'a DeriveInput, problems: &mut Problems) -> Typed<'a> {
    let runtime = read::runtime(&item.attrs, problems);
    let fields = fields(item, problems).map_or_else(Vec::new, |fields| {
        let members = fields.members().zip(fields);
        members.filter_map(|(member, it)| field(member, it, problems)).collect()
    });
    generics(item, problems);
    Typed {
        runtime: runtime.unwrap_or_else(|| parse_quote!(::portcullis)),
        name: &item.ident,
        generics: &item.generics,
        fields,
    }
}

fn fields<'a>(item: &'a DeriveInput, problems: &mut Problems) -> Option<&'a Fields> {
    let message =
        |item| format!("`FromPrincipal` is derived for a struct, which this `{item}` is not");
    match &item.data {
        Data::Struct(data) if data.fields.is_empty() => {
            let name = &item.ident;
            let message = format!("`{name}` takes nothing of the caller; take `Principal` itself");
            problems.report(name, message);
        }
        Data::Struct(data) => return Some(&data.fields),
        Data::Enum(data) => problems.report(data.enum_token, message("enum")),
        Data::Union(data) => problems.report(data.union_token, message("union")),
    }
    None
}

fn generics(item: &DeriveInput, problems: &mut Problems) {
    let message = "what is made of a caller has no generics; name the types of the fields";
    if !item.generics.params.is_empty() {
        problems.report(&item.generics, message);
    } else if let Some(clause) = &item.generics.where_clause {
        problems.report(clause, message);
    }
}

fn field<'a>(member: Member, field: &'a syn::Field, problems: &mut Problems) -> Option<Field<'a>> {
    let written = read::field(&field.attrs, problems);
    let Some((first, others)) = written.split_first() else {
        let message = format!(
            "where is `{}` from? write `#[claim(\"…\")]` above it, or `permission`, `role`, \
             `scope`, `id` or `issuer`",
            shown(&member)
        );
        match &field.ident {
            Some(name) => problems.missing(name, message),
            None => problems.missing(&field.ty, message),
        }
        return None;
    };
    for other in others {
        let (one, two) = (first.word.text(), other.word.text());
        let message = format!("`{two}` clashes with `{one}`: a field comes from one place");
        let there = format!("`{one}` is here");
        problems.clash(other.attribute.path(), message, first.attribute.path(), there);
    }
    let source = source(first, problems)?;
    Some(Field { member, of: &field.ty, source })
}

fn source(written: &Written, problems: &mut Problems) -> Option<Source> {
    let Some(kind) = written.word.kind() else {
        if let Values::List(_) = written.values {
            let message = format!("`{}` stands alone here", written.word.text());
            problems.report(&written.attribute.meta, message);
        }
        let is_id = written.word == SourceWord::Id;
        return Some(if is_id { Source::Id } else { Source::Issuer });
    };
    let entries = match &written.values {
        Values::Odd => return None,
        Values::Nothing => &[][..],
        Values::List(entries) => entries,
    };
    let Some((name, options)) = entries.split_first() else {
        let word = kind.text();
        let message = format!("which {word}? name it: `#[{word}(\"…\")]`");
        problems.report(&written.attribute.meta, message);
        return None;
    };
    let name = named(name, kind, problems);
    let source = match kind {
        Fact::Claim => {
            let absent = absent(options, problems);
            Source::Claim(name?, absent)
        }
        kind => {
            if let Some(other) = options.first() {
                problems.report(other, one_only(other, kind));
            }
            Source::Has(kind, name?)
        }
    };
    Some(source)
}

/// The rules for a name are those of `#[endpoint]`; the advice is not always.
fn named(entry: &Expr, kind: Fact, problems: &mut Problems) -> Option<Name> {
    let message = match peeled(entry) {
        Expr::Assign(_) => "a field holds the value of a claim; there is nothing to compare",
        Expr::Binary(_) => "one name for a field; conditions are written in `require(…)`",
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. })
            if kind == Fact::Scope && text.value().split_whitespace().count() > 1 =>
        {
            "blanks separate scopes; give each a field of its own"
        }
        _ => return names::read(entry, kind, problems),
    };
    problems.report(entry, message);
    None
}

fn one_only(other: &Expr, kind: Fact) -> String {
    let kind = kind.text();
    match peeled(other) {
        Expr::Path(path) if path.path.is_ident("default") => {
            format!("`default` is for claims; without the {kind} the field is `false`")
        }
        _ => format!("one {kind} for a field; give each a field of its own"),
    }
}

/// What is said of an absent claim.
fn absent(options: &[Expr], problems: &mut Problems) -> Absent {
    let mut absent = Absent::AsTheTypeSays;
    for (at, option) in options.iter().enumerate() {
        let (word, value) = match peeled(option) {
            Expr::Path(path) => (path.path.get_ident(), None),
            Expr::Assign(assigned) => match peeled(&assigned.left) {
                Expr::Path(path) => (path.path.get_ident(), Some(&*assigned.right)),
                _ => (None, None),
            },
            _ => (None, None),
        };
        let Some(word) = word else {
            let message = "one claim for a field; behind its name only `default` may stand";
            problems.report(option, message);
            continue;
        };
        if let Some(ClaimWord::Default) = words::find(word, problems) {
            if at > 0 {
                problems.report(word, "`default` is written twice; keep one");
            }
            absent = value.map_or(Absent::Default, |value| Absent::Is(Box::new(value.clone())));
        }
    }
    absent
}
