//! A path that two patterns both match, for the developer to see. Found by trying: what no try
//! shows is not told, and then the order of [`rank`](super::Pattern) decides.

use actix_web::dev::ResourceDef;

use super::pattern::{Pattern, Segment};

/// What parameters are tried with.
const SAMPLES: [&str; 12] =
    ["x", "1", "42", "2026", "a", "abc", "A", "AB", "a1", "x-1", "en", "0a1b2c3d"];

/// A path that both match.
pub(super) fn witness(
    (one, one_def): (&Pattern, &ResourceDef),
    (other, other_def): (&Pattern, &ResourceDef),
) -> Option<String> {
    let paths = SAMPLES.into_iter().map(|sample| path(one, other, sample));
    paths.into_iter().find(|path| one_def.is_match(path) && other_def.is_match(path))
}

fn path(one: &Pattern, other: &Pattern, sample: &str) -> String {
    let mut path = String::new();
    for at in 0..one.segments.len().max(other.segments.len()) {
        path.push('/');
        path.push_str(&piece(one.segments.get(at), other.segments.get(at), sample));
    }
    path
}

fn piece(one: Option<&Segment>, other: Option<&Segment>, sample: &str) -> String {
    let both = || one.into_iter().chain(other);
    let fixed = both().find_map(|segment| match segment {
        Segment::Static(text) => Some(text.clone()),
        _ => None,
    });
    let affixes = both().filter_map(|segment| match segment {
        Segment::Affixed { prefix, suffix, .. } => Some((prefix.as_str(), suffix.as_str())),
        Segment::Rest { text, .. } => Some((text.split('{').next().unwrap_or(""), "")),
        _ => None,
    });
    let (mut longest_prefix, mut longest_suffix) = ("", "");
    for (prefix, suffix) in affixes {
        longest_prefix = std::cmp::max_by_key(longest_prefix, prefix, |text| text.len());
        longest_suffix = std::cmp::max_by_key(longest_suffix, suffix, |text| text.len());
    }
    fixed.unwrap_or_else(|| format!("{longest_prefix}{sample}{longest_suffix}"))
}
