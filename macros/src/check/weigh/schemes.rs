//! What `schemes` lists, and what the conditions ask of it.

use super::never;
use super::part::{Kind, Part, Written};
use super::reason::{Around, Reason, fewest};
use super::world::{Dropped, World, scheme};
use crate::model::Name;

/// A listed scheme by which nobody can enter, on any verb.
pub(super) struct Dead<'a> {
    pub(super) name: &'a Name,
    /// What keeps its callers out. None can be spared.
    pub(super) reasons: Vec<Reason<'a>>,
}

/// Conditions on schemes that are not listed. Nobody is ever asked to come by them.
pub(super) fn unlisted(written: &Written) -> Vec<&Part> {
    let mut unlisted = Vec::new();
    let Some(listed) = written.schemes.as_ref().filter(|schemes| schemes.can_be_seen()) else {
        return unlisted;
    };
    for clause in written.all() {
        clause.part.each(&mut |part| match &part.kind {
            Kind::Is(atom)
                if scheme(atom).is_some_and(|name| {
                    matches!(name, Name::Text(_)) && !listed.names.iter().any(|it| it.same(name))
                }) =>
            {
                unlisted.push(part);
            }
            _ => {}
        });
    }
    unlisted
}

pub(super) fn dead<'a>(written: &'a Written, world: &World<'a>) -> Vec<Dead<'a>> {
    if written.open || world.listed().is_none() {
        return Vec::new();
    }
    let closed = never::closed(written, world);
    let around = Around { written, world, dropped: &Dropped::new(), closed: &closed };
    let reasons = around.clause(None, None);
    let names = written.schemes.iter().flat_map(|schemes| &schemes.names);
    let dead = |name: &'a Name| {
        let reasons = fewest(world, &reasons, &world.by(name)?)?;
        Some(Dead { name, reasons })
    };
    names.filter_map(dead).collect()
}
