//! Names of roles, permissions, scopes, claims, policies and schemes. Names compare exactly, so
//! what can only be a slip is refused.

use syn::ext::IdentExt;
use syn::{Expr, ExprPath, LitStr};

use super::clauses::Clauses;
use super::repeats;
use super::shapes::string;
use crate::model::Name;
use crate::problems::{Problems, shown};
use crate::syntax::peeled;
use crate::words::{ClauseWord, Fact, Word};

pub(super) fn schemes(clauses: &Clauses, problems: &mut Problems) -> Vec<Name> {
    let Some(known) = clauses.of(ClauseWord::Schemes) else {
        return Vec::new();
    };
    let entries = known.list(problems);
    let names: Vec<_> =
        entries.iter().filter_map(|entry| read(entry, Fact::Scheme, problems)).collect();
    repeats::in_list(names, known.at(), Name::same, problems)
}

pub(crate) fn read(entry: &Expr, of: Fact, problems: &mut Problems) -> Option<Name> {
    if let Some(text) = string(entry) {
        return sound(&text, of, problems).then_some(Name::Text(text));
    }
    let fact = of.text();
    let message = match peeled(entry) {
        Expr::Path(path) if of == Fact::Policy => return Some(Name::Policy(path.clone())),
        Expr::Path(path) => return Some(by_path(path, of)),
        Expr::Binary(_) => format!("expected one {fact}; conditions are written in `require(…)`"),
        Expr::Assign(_) if of == Fact::Claim => {
            "a claim and its value are written `claim(\"dept\", \"eng\")` here".to_owned()
        }
        Expr::Assign(_) => format!("a {fact} has no value; only `claims` compares values"),
        other => no_name(other, of),
    };
    problems.report(entry, message);
    None
}

/// For what is neither a string nor a path.
fn no_name(entry: &Expr, of: Fact) -> String {
    let (text, fact) = (shown(entry), of.text());
    let example = match of {
        Fact::Policy => "a policy is a path to a `policy!` item, or the string under which it is \
                         registered"
            .to_owned(),
        _ => format!("a {fact} is a string, or a path to a constant"),
    };
    match entry {
        Expr::Array(_) | Expr::Tuple(_) => {
            format!("a list has no brackets of its own; write its {fact} names side by side")
        }
        Expr::Reference(reference) => format!("no `&` here; write `{}`", shown(&reference.expr)),
        Expr::Macro(invoked) => {
            let name = shown(&invoked.mac.path);
            format!("`{name}!` is not expanded here; {example}")
        }
        Expr::Lit(_) => format!("`{text}` is no {fact}; {example}"),
        _ => example,
    }
}

/// A last segment in CamelCase is a variant of a vocabulary.
fn by_path(path: &ExprPath, of: Fact) -> Name {
    let last = path.path.segments.last();
    let last = last.map(|segment| segment.ident.unraw().to_string()).unwrap_or_default();
    let camel = last.starts_with(char::is_uppercase) && last.contains(char::is_lowercase);
    // Schemes belong to no vocabulary.
    match camel && of != Fact::Scheme {
        true => Name::Variant(path.clone()),
        false => Name::Constant(path.clone()),
    }
}

/// Could this be a name? If not, that is told.
pub(crate) fn sound(text: &LitStr, of: Fact, problems: &mut Problems) -> bool {
    let (value, fact) = (text.value(), of.text());
    let trimmed = value.trim();
    let message = if trimmed.is_empty() {
        format!("this {fact} is empty; name it, or remove it")
    } else if trimmed != value && of != Fact::Scope {
        format!("`{}` has blanks around it; names compare exactly: `\"{trimmed}\"`", shown(text))
    } else if of == Fact::Scope && !value.chars().all(is_scope_character) {
        no_scope(text, trimmed)
    } else {
        return true;
    };
    problems.report(text, message);
    false
}

fn no_scope(text: &LitStr, trimmed: &str) -> String {
    let text = shown(text);
    let words: Vec<_> = trimmed.split_whitespace().map(|word| format!("\"{word}\"")).collect();
    if trimmed.chars().all(|character| character == ' ' || is_scope_character(character)) {
        return format!(
            "`{text}` is no scope: blanks separate scopes; write `{}`",
            words.join(", ")
        );
    }
    format!("`{text}` is no scope; RFC 6749 §3.3 allows visible ASCII without `\"` and `\\`")
}

/// RFC 6749 §3.3: `scope-token = 1*( %x21 / %x23-5B / %x5D-7E )`.
fn is_scope_character(character: char) -> bool {
    matches!(character, '\x21' | '\x23'..='\x5B' | '\x5D'..='\x7E')
}
