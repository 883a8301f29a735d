//! Names as developers mistype them.

use crate::nearest::nearest;

/// `; did you mean …?` with the nearest of the known names, if one is near; else all of them,
/// if they are few.
pub(super) fn hint<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let mut known = known.into_iter().collect::<Vec<_>>();
    known.sort_unstable();
    known.dedup();
    match nearest(name, known.iter().copied()) {
        Some(nearest) => format!("; did you mean `{nearest}`?"),
        None if known.is_empty() || known.len() > 8 => String::new(),
        None => format!("; known are `{}`", known.join("`, `")),
    }
}

/// What is wrong with a name by itself: a policy's, a scheme's, a role's, …
pub(super) fn fault(name: &str) -> Option<&'static str> {
    if name.trim().is_empty() {
        return Some("is empty");
    }
    (name.trim() != name).then_some("begins or ends with a blank; names compare exactly")
}
