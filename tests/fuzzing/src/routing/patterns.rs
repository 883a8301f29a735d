//! Patterns and paths of pieces that meet each other often.

use arbitrary::{Arbitrary, Result, Unstructured};

/// `#` is the piece's number: no two parameters of a pattern may share a name.
const PIECES: [&str; 22] = [
    "a",
    "b",
    "ab",
    "1",
    "42",
    "",
    "a.b",
    "{p#}",
    "{p#}",
    "v{p#}",
    "{p#}.json",
    "v{p#}.json",
    "{p#}-{q#}",
    r"{p#:\d+}",
    "{p#:a|b}",
    "{p#:[^/]*}",
    "{p#:.*}",
    "{p#:.+}",
    "{p#:a/b}",
    "{p#}*",
    "ä",
    "a%2Fb",
];

const PARTS: [&str; 18] = [
    "a", "b", "ab", "1", "42", "", "a.b", "v1", "x.json", "v1.json", "va", "x-y", "%61", "a%2Fb",
    "%2e", "%C3%A4", "..", "c",
];

/// A pattern: mostly of pieces, else any text.
pub(super) fn pattern(choices: &mut Unstructured<'_>) -> Result<String> {
    if choices.ratio(1, 12)? {
        let text = String::arbitrary(choices)?;
        return Ok(text.chars().take(30).collect());
    }
    let mut pattern = String::new();
    for number in 0..choices.int_in_range(1..=4)? {
        let piece = choices.choose(&PIECES)?.replace('#', &number.to_string());
        pattern.push('/');
        pattern.push_str(&piece);
    }
    Ok(pattern)
}

/// A path as it may stand in a request line.
pub(super) fn path(choices: &mut Unstructured<'_>) -> Result<String> {
    let mut path = String::new();
    for _ in 0..choices.int_in_range(1..=4)? {
        path.push('/');
        path.push_str(choices.choose(&PARTS)?);
    }
    Ok(path)
}
