//! The smallest parts by which a condition is always, or never, met.

use super::part::{Clause, Kind, Part};
use super::reason::{Reason, What, fewest};
use super::table::Table;
use super::world::{Dropped, World};

/// INVARIANT: at least one part, and none can be spared.
pub(super) struct Group<'a> {
    pub(super) parts: Vec<&'a Part>,
    /// One of them always holds; else they never hold together.
    pub(super) holds: bool,
}

/// Of a part that always (`holds`) or never holds where `within` does.
pub(super) fn smallest<'a>(
    world: &World,
    clause: &'a Clause,
    part: &'a Part,
    holds: bool,
    within: &Table,
) -> Vec<Group<'a>> {
    let inside = |part, holds| smallest(world, clause, part, holds, within);
    match &part.kind {
        Kind::Not(inner) if !matches!(inner.kind, Kind::Is(_)) => inside(inner, !holds),
        Kind::Is(_) | Kind::Not(_) => vec![Group { parts: vec![part], holds }],
        Kind::Any(parts) if !holds => parts.iter().flat_map(|part| inside(part, holds)).collect(),
        Kind::All(parts) if holds => parts.iter().flat_map(|part| inside(part, holds)).collect(),
        Kind::Any(parts) | Kind::All(parts) => match few(world, clause, parts, holds, within)[..] {
            [one] => inside(one, holds),
            ref several => vec![Group { parts: several.to_vec(), holds }],
        },
    }
}

/// As few of the parts as are together what all of them are.
fn few<'a>(
    world: &World,
    clause: &'a Clause,
    parts: &'a [Part],
    holds: bool,
    within: &Table,
) -> Vec<&'a Part> {
    let reason = |part| {
        let table = world.table(part, &Dropped::new());
        let table = if holds { table.not() } else { table };
        Reason { what: What::Part(clause, part), holds: !holds, table }
    };
    let reasons: Vec<_> = parts.iter().map(reason).collect();
    let few = fewest(world, &reasons, within).unwrap_or_default();
    let part = |reason: &Reason<'a>| match reason.what {
        What::Part(_, part) => Some(part),
        What::Schemes | What::On => None,
    };
    few.iter().filter_map(part).collect()
}
