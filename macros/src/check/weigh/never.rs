//! Conditions that nobody can meet.

use super::part::{On, Written};
use super::reason::{Around, Reason, What, fewest};
use super::smallest::{Group, smallest};
use super::world::{Dropped, World};

pub(super) struct Never<'a> {
    /// `None`: on no verb at all.
    pub(super) on: Option<&'a On>,
    /// They cannot all hold. INVARIANT: at least one, and none can be spared.
    pub(super) conflict: Vec<Reason<'a>>,
    /// If it is a single piece: what of it.
    pub(super) groups: Vec<Group<'a>>,
}

/// Whatever verb: each piece that alone cannot be met, else the pieces that clash.
pub(super) fn everywhere<'a>(written: &'a Written, world: &World<'a>) -> Vec<Never<'a>> {
    in_one(written, None, world)
}

/// On verbs whose further clauses close them.
pub(super) fn on_verbs<'a>(written: &'a Written, world: &World<'a>) -> Vec<Never<'a>> {
    written.on.iter().flat_map(|on| in_one(written, Some(on), world)).collect()
}

fn in_one<'a>(written: &'a Written, on: Option<&'a On>, world: &World<'a>) -> Vec<Never<'a>> {
    // The clauses of verbs are not to explain what no verb can meet.
    let closed = vec![true; written.on.len()];
    let around = Around { written, world, dropped: &Dropped::new(), closed: &closed };
    let reasons = around.clause(on, None);
    let Some(conflict) = fewest(world, &reasons, &world.always()) else {
        return Vec::new();
    };
    if conflict.len() > 1 {
        return vec![Never { on, conflict, groups: Vec::new() }];
    }
    let always = world.always();
    let alone = reasons.chunks(1).filter_map(|one| fewest(world, one, &always));
    let groups = |reason: &Reason<'a>| match reason.what {
        What::Part(clause, part) => smallest(world, clause, part, false, &world.always()),
        What::Schemes | What::On => Vec::new(),
    };
    let never = |conflict: Vec<_>| {
        let groups = conflict.iter().flat_map(groups).collect();
        Never { on, conflict, groups }
    };
    alone.map(never).collect()
}

/// Which verbs nobody can enter by, in the order of [`Written::on`].
pub(super) fn closed<'a>(written: &'a Written, world: &World<'a>) -> Vec<bool> {
    written.on.iter().map(|on| !in_one(written, Some(on), world).is_empty()).collect()
}
