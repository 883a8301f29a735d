//! The name of a variant: its own, as `rename_all` spells it, or the one that `rename` gives.

use syn::LitStr;
use syn::ext::IdentExt;

use super::model::Variant;
use super::read;
use super::words::Case;
use crate::check::names::sound;
use crate::problems::{Problems, shown};
use crate::words::Fact;

/// The rules for a name are those of `#[endpoint]`.
pub(super) fn name<'a>(
    variant: &'a syn::Variant,
    case: Option<Case>,
    of: Option<Fact>,
    problems: &mut Problems,
) -> Variant<'a> {
    let ident = &variant.ident;
    if ident == CONSTANT {
        let message = "the variant `ALL` would hide the constant `ALL`, which lists all names; \
                       write `#[vocabulary(rename = \"ALL\")] All`";
        problems.report(ident, message);
    }
    let name = read::rename(variant, problems).unwrap_or_else(|| {
        let own = ident.unraw().to_string();
        LitStr::new(&case.map_or(own.clone(), |case| case.apply(&own)), ident.span())
    });
    match two_scopes(&name).filter(|_| of == Some(Fact::Scope)) {
        Some(message) => problems.report(&name, message),
        // Without a kind, names of roles: they may look like anything.
        None => {
            sound(&name, of.unwrap_or(Fact::Role), problems);
        }
    }
    Variant { ident, name }
}

/// Blanks separate scopes (RFC 6749 §3.3), and a variant is one.
fn two_scopes(name: &LitStr) -> Option<String> {
    let value = name.value();
    let words: Vec<_> = value.split_whitespace().collect();
    let several = words.len() > 1;
    several.then(|| {
        format!(
            "`{}` is no scope: blanks separate scopes; give `{}` a variant each",
            shown(name),
            words.join("` and `")
        )
    })
}

/// Tells a name that an earlier variant has.
pub(super) fn compare(named: &Variant, earlier: &[Variant], problems: &mut Problems) {
    let name = named.name.value();
    if let Some(first) = earlier.iter().find(|earlier| earlier.name.value() == name) {
        let message = format!(
            "`{}` and `{}` have one name, `\"{name}\"`; rename one of them",
            first.ident, named.ident
        );
        let there = format!("`{}` has it here", first.ident);
        problems.clash(&named.name, message, &first.name, there);
    }
}

const CONSTANT: &str = "ALL";
