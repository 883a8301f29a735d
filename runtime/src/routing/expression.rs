//! A path as the regular expression that actix-web makes of it. What `ResourceDef` would panic
//! at, or capture other than written, is refused here, in words.

use std::fmt::Write as _;

use regex::Regex;
use regex_syntax::hir::{Hir, HirKind};

/// A regular expression for whole paths that matches what the `ResourceDef` of `path` does.
///
/// # Errors
///
/// What is wrong with the path, as a clause that begins with “which” or “whose”.
pub(crate) fn expression(path: &str) -> Result<String, String> {
    if !path.starts_with('/') {
        return Err("which does not begin with `/`".to_owned());
    }
    let (mut whole, mut names, mut own) = ("(?s-m)^".to_owned(), Vec::new(), false);
    let mut rest = path;
    while let Some((before, inside, behind)) = parameter(rest)? {
        let (name, expression) = split(inside, behind)?;
        if names.contains(&name) {
            return Err(format!("which has the parameter `{{{name}}}` twice; rename one"));
        }
        names.push(name);
        own |= inside.contains(':');
        whole.push_str(&regex::escape(before));
        // Writing to a `String` cannot fail.
        let _ = write!(whole, "(?P<{name}>{expression})");
        rest = if behind == "*" { "" } else { behind };
    }
    if rest.ends_with('*') {
        return Err("whose `*` is behind no parameter; a tail has a name: `{tail}*`".to_owned());
    }
    if names.len() > MOST_PARAMETERS {
        let message = "which has too many parameters; actix-web takes up to";
        return Err(format!("{message} {MOST_PARAMETERS}"));
    }
    whole.push_str(&regex::escape(rest));
    whole.push('$');
    match if own { Regex::new(&whole).map(drop) } else { Ok(()) } {
        Ok(()) => Ok(whole),
        Err(regex::Error::CompiledTooBig(_)) => {
            Err("whose expressions are too large; shorten their repetitions".to_owned())
        }
        Err(_) => Err("which actix-web cannot read; look at its `{…}`".to_owned()),
    }
}

/// What stands before, in and behind the first parameter.
fn parameter(path: &str) -> Result<Option<(&str, &str, &str)>, String> {
    let Some((before, from)) = path.find(['{', '}']).map(|open| path.split_at(open)) else {
        return Ok(None);
    };
    let Some(inside) = from.strip_prefix('{') else {
        return Err("whose `}` closes nothing".to_owned());
    };
    let mut depth = 1_usize;
    let closes = |character| {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    };
    let Some((inside, behind)) = inside.find(closes).map(|at| inside.split_at(at)) else {
        return Err(format!("whose `{from}` is never closed"));
    };
    Ok(Some((before, inside, behind.strip_prefix('}').unwrap_or(behind))))
}

/// The name of a parameter and its expression, each sound by itself.
fn split<'a>(inside: &'a str, behind: &str) -> Result<(&'a str, &'a str), String> {
    let Some((name, expression)) = inside.split_once(':') else {
        let expression = if behind == "*" { ".*" } else { "[^/]+" };
        return named(inside).map(|name| (name, expression));
    };
    if behind == "*" {
        return Err(format!("whose `{{{inside}}}*` is two kinds of tail; write `{{{name}:.*}}`"));
    }
    let unreadable = |why| format!("whose expression `{expression}` cannot be read: {why}");
    let parsed = regex_syntax::parse(expression).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => unreadable(error.kind().to_string()),
        regex_syntax::Error::Translate(error) => unreadable(error.kind().to_string()),
        _ => unreadable("it is no regular expression".to_owned()),
    })?;
    if let Some(group) = named_group(&parsed) {
        let message = format!("whose expression `{expression}` names the group `{group}`");
        return Err(format!("{message}, beside the parameter's own name; leave that name out"));
    }
    named(name).map(|name| (name, expression))
}

fn named(name: &str) -> Result<&str, String> {
    let mut characters = name.chars();
    let begins_well = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    let sound = begins_well && characters.all(|next| next == '_' || next.is_alphanumeric());
    sound.then_some(name).ok_or_else(|| {
        format!("whose parameter `{{{name}}}` has no name of letters, digits and `_`")
    })
}

fn named_group(expression: &Hir) -> Option<&str> {
    match expression.kind() {
        HirKind::Capture(capture) => capture.name.as_deref().or_else(|| named_group(&capture.sub)),
        HirKind::Repetition(repetition) => named_group(&repetition.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().find_map(named_group),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => None,
    }
}

/// More make the router of actix-web panic.
const MOST_PARAMETERS: usize = 16;

#[cfg(test)]
mod tests;
