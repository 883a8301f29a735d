//! Is a path one that actix-web can route? Regular expressions inside `{name:…}` are left to it.

/// What a path catches, which two paths share if only the names of their parameters differ.
///
/// # Errors
///
/// What is wrong with the path, in words.
pub(super) fn pattern(path: &str) -> Result<String, String> {
    if path.is_empty() {
        return Err("this path is empty; write `\"/\"` for the root".to_owned());
    }
    if !path.starts_with('/') {
        return Err(format!("a path begins with `/`: `\"/{path}\"`"));
    }
    let mut names = Vec::new();
    let mut pattern = String::new();
    let mut rest = path;
    while let Some((before, inside, behind)) = parameter(rest)? {
        let (name, regex) = split(inside, behind)?;
        if names.contains(&name) {
            return Err(format!("`{{{name}}}` is in this path twice; rename one").to_owned());
        }
        names.push(name);
        pattern.extend([before, "{", regex, "}"]);
        rest = behind;
    }
    if names.len() > MOST_PARAMETERS {
        let message = format!("actix-web takes up to {MOST_PARAMETERS} parameters in a path");
        return Err(message);
    }
    // A lone `*` can only stand right behind a parameter, and makes it a tail.
    if rest.ends_with('*') && rest != "*" {
        return Err("a tail has a name: `{tail}*`".to_owned());
    }
    pattern.push_str(rest);
    Ok(pattern)
}

/// Whether something can stand in front of paths.
///
/// # Errors
///
/// What is wrong with it, in words.
pub(crate) fn prefix(prefix: &str) -> Result<(), String> {
    if prefix.is_empty() {
        return Ok(());
    }
    if let Some(shorter) = prefix.strip_suffix('/') {
        return Err(format!(
            "a prefix does not end with `/`, since paths begin with it: `\"{shorter}\"`"
        ));
    }
    if prefix.ends_with('*') {
        return Err("a prefix has no tail: nothing could follow it".to_owned());
    }
    pattern(prefix).map(|_| ())
}

/// What stands before, in and behind the first parameter.
fn parameter(path: &str) -> Result<Option<(&str, &str, &str)>, String> {
    let Some(open) = path.find(['{', '}']) else {
        return Ok(None);
    };
    let (before, from) = path.split_at(open);
    let Some(inside) = from.strip_prefix('{') else {
        return Err("this `}` closes nothing".to_owned());
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
        return Err(format!("`{from}` is never closed; write `}}` behind the name").to_owned());
    };
    Ok(Some((before, inside, behind.strip_prefix('}').unwrap_or(behind))))
}

/// The name of a parameter, and what it may be.
fn split<'a>(inside: &'a str, behind: &str) -> Result<(&'a str, &'a str), String> {
    let (name, regex) = inside.split_once(':').unwrap_or((inside, ""));
    if name.is_empty() {
        return Err(format!("`{{{inside}}}` has no name; write `{{id}}`").to_owned());
    }
    let mut characters = name.chars();
    let begins_well = characters.next().is_some_and(|first| first == '_' || first.is_alphabetic());
    if !begins_well || !characters.all(|next| next == '_' || next.is_alphanumeric()) {
        return Err(format!("`{{{name}}}` is no name; take letters, digits and `_`").to_owned());
    }
    if behind == "*" && !regex.is_empty() {
        return Err(
            format!("`{{{inside}}}*` is two kinds of tail; write `{{{name}:.*}}`").to_owned()
        );
    }
    Ok((name, regex))
}

/// More make the router of actix-web panic.
const MOST_PARAMETERS: usize = 16;

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn that_are_sound() {
        for (path, expected) in [
            ("/", "/"),
            ("/a/b", "/a/b"),
            ("/a/{id}", "/a/{}"),
            ("/a/{id}/{other}.txt", "/a/{}/{}.txt"),
            (r"/a/{id:\d{2}}", r"/a/{\d{2}}"),
            ("/a/{tail}*", "/a/{}*"),
            ("/a/{tail:.*}", "/a/{.*}"),
        ] {
            assert_eq!(pattern(path).as_deref(), Ok(expected), "{path}");
        }
    }

    #[test]
    fn that_are_not() {
        let many: String = (0..17).map(|index| format!("/{{p{index}}}")).collect();
        for (path, expected) in [
            ("", "empty"),
            ("a", "`\"/a\"`"),
            ("/{id", "never closed"),
            (r"/{id:\d{2}", "never closed"),
            ("/id}", "closes nothing"),
            ("/{}", "no name"),
            (r"/{:\d+}", "no name"),
            ("/{user-id}", "letters"),
            ("/{1}", "letters"),
            ("/{id}/{id}", "twice"),
            ("/a*", "`{tail}*`"),
            ("/*", "`{tail}*`"),
            ("/{a}/*", "`{tail}*`"),
            ("/{a:.+}*", "two kinds"),
            (&many, "up to 16"),
        ] {
            let message = pattern(path).expect_err(path);
            assert!(message.contains(expected), "{path}: {message}");
        }
    }
}
