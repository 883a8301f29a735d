//! Which of two patterns is more specific, where the documentation leaves no doubt.

use std::cmp::Ordering;

/// What stands between two slashes, the most specific first.
#[derive(PartialEq)]
enum Piece<'a> {
    Static(&'a str),
    Affixed(&'a str),
    Parameter,
    Tail,
}

/// Whether the one is at least as specific in every piece, and more in some.
pub(super) fn beats(one: &str, other: &str) -> bool {
    let (Some(one), Some(other)) = (pieces(one), pieces(other)) else { return false };
    let mut more = false;
    for (one, other) in one.iter().zip(&other) {
        match rank(one).cmp(&rank(other)) {
            Ordering::Less => more = true,
            Ordering::Greater => return false,
            // Of two texts with affixes only the same is surely as specific.
            Ordering::Equal if one != other => return false,
            Ordering::Equal => {}
        }
    }
    more
}

fn rank(piece: &Piece<'_>) -> u8 {
    match piece {
        Piece::Static(_) => 0,
        Piece::Affixed(_) => 1,
        Piece::Parameter => 2,
        Piece::Tail => 3,
    }
}

/// The pieces of a pattern without expressions.
fn pieces(pattern: &str) -> Option<Vec<Piece<'_>>> {
    let rest = pattern.strip_prefix('/').filter(|_| !pattern.contains(':'))?;
    let texts = rest.split('/').collect::<Vec<_>>();
    let last = texts.len() - 1;
    texts.into_iter().enumerate().map(|(at, text)| read(text, at == last)).collect()
}

fn read(text: &str, is_last: bool) -> Option<Piece<'_>> {
    let parameters = text.matches('{').count();
    let whole = text.starts_with('{') && text.ends_with('}');
    match parameters {
        0 if text.contains('}') => None,
        0 => Some(Piece::Static(text)),
        1 if text.starts_with('{') && text.ends_with("}*") && is_last => Some(Piece::Tail),
        _ if text.ends_with('*') => None,
        1 if whole => Some(Piece::Parameter),
        _ => Some(Piece::Affixed(text)),
    }
}
