//! The known word nearest to a mistaken one. Knows no vocabulary.

/// A word that differs only in letter case; else by few letters; else by what was left out or
/// added.
pub(crate) fn nearest<'a>(written: &str, known: &[&'a str]) -> Option<&'a str> {
    let same_letters = |word: &&&str| word.eq_ignore_ascii_case(written);
    let related = |word: &&&str| {
        let (short, long) =
            if word.len() < written.len() { (**word, written) } else { (written, **word) };
        short.len() >= SHORTEST_PART && long.contains(short)
    };
    known
        .iter()
        .find(same_letters)
        .or_else(|| by_letters(written, known))
        .or_else(|| known.iter().find(related))
        .copied()
}

fn by_letters<'a, 'b>(written: &str, known: &'b [&'a str]) -> Option<&'b &'a str> {
    let lower = written.to_lowercase();
    // A third of the letters may differ: enough for a typo, too little for another word.
    let allowed = (written.chars().count() / 3).max(1);
    known
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&lower, &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// `perm` hints at `permissions`; `on` hints at nothing.
const SHORTEST_PART: usize = 4;

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn of_a_few_words() {
        let known = ["get", "post", "roles", "roles_all", "permissions", "anonymous", "GET"];
        for (written, expected) in [
            ("pots", Some("post")),
            ("role", Some("roles")),
            ("rolesall", Some("roles_all")),
            ("ROLES", Some("roles")),
            ("perms", None),
            ("perm", Some("permissions")),
            ("allow_anonymous", Some("anonymous")),
            ("group", None),
            ("", None),
        ] {
            assert_eq!(nearest(written, &known), expected, "{written}");
        }
    }
}
