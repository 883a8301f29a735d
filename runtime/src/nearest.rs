//! The known name nearest to a mistaken one.

/// The nearest of these names, if it is near: a third of the letters may differ, and one more.
/// Of two equally near ones the first.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Strangers may send any text, and comparing takes time by its length.
    if name.len() > LONGEST {
        return None;
    }
    let measured = known.into_iter().map(|known| (strsim::damerau_levenshtein(name, known), known));
    let (distance, nearest) = measured.min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 + name.chars().count() / 3).then_some(nearest)
}

/// In bytes. Longer names are no slip of the pen.
const LONGEST: usize = 128;
