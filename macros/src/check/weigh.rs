//! Whether the conditions of one item mean anything together: what nobody can meet, what
//! everybody meets, and what could be left out without changing who may enter.
//!
//! `written` (clauses → [`Written`]) → `world` (which facts can hold together) → `never`,
//! `needless`, `schemes` (what is found) → `told` (in words). Exact, by truth tables.

mod needless;
mod never;
mod part;
mod reason;
mod schemes;
mod smallest;
mod table;
mod text;
mod told;
mod world;
mod written;

pub(super) use self::part::{Kind, Part, Written};
pub(super) use self::text::text;
use self::world::World;
pub(super) use self::written::{endpoint, group, policy};
use crate::problems::Problems;

/// Tells what of this makes no sense. Only for what was read without a mistake.
///
/// Says nothing of conditions on more than [`world::MOST_ATOMS`] facts.
pub(super) fn tell(written: &Written, problems: &mut Problems) {
    if let Some(findings) = findings(written) {
        told::tell(written, &findings, problems);
    }
}

/// What was found, without any words. Each holds of the text as it is written.
#[derive(Default)]
struct Findings<'a> {
    /// Schemes that `schemes` does not list.
    unlisted: Vec<&'a Part>,
    never: Vec<never::Never<'a>>,
    needless: Vec<needless::Needless<'a>>,
    schemes: Vec<schemes::Dead<'a>>,
}

/// `None`: too much to weigh here.
fn findings(written: &Written) -> Option<Findings<'_>> {
    let unlisted = schemes::unlisted(written);
    if !unlisted.is_empty() {
        return Some(Findings { unlisted, ..Findings::default() });
    }
    let world = World::new(written)?;
    let never = never::everywhere(written, &world);
    if !never.is_empty() {
        return Some(Findings { never, ..Findings::default() });
    }
    let never = never::on_verbs(written, &world);
    Some(Findings {
        unlisted,
        needless: needless::find(written, &world),
        schemes: schemes::dead(written, &world),
        never,
    })
}

#[cfg(test)]
mod tests;
