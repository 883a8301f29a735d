//! Clauses, and parts of clauses, without which the same callers may enter.
//!
//! A part matters only where all that is demanded beside it holds and every alternative to it
//! fails. If it is always the same there, it can be left out.

use std::collections::BTreeMap;

use super::never;
use super::part::{Clause, Kind, Part, Written};
use super::reason::{Around, Reason, What, fewest, impossible};
use super::smallest::{Group, smallest};
use super::table::Table;
use super::world::{Dropped, World};

pub(super) struct Needless<'a> {
    pub(super) clause: &'a Clause,
    /// The part of the clause, or all of it.
    pub(super) part: &'a Part,
    /// Wherever it matters it holds; else it fails there.
    pub(super) holds: bool,
    /// Why it does. None can be spared.
    pub(super) reasons: Vec<Reason<'a>>,
    /// If nothing beside it makes it so, but perhaps the listed schemes: what of it does.
    pub(super) groups: Vec<Group<'a>>,
}

impl Needless<'_> {
    pub(super) fn is_whole(&self) -> bool {
        std::ptr::eq(&raw const self.clause.part, self.part)
    }
}

/// All of them can be left out together, and each of them alone. A whole is found and not its
/// parts, and of two that make one another needless the later one.
pub(super) fn find<'a>(written: &'a Written, world: &World<'a>) -> Vec<Needless<'a>> {
    let closed = never::closed(written, world);
    let (dropped, found) = (Dropped::new(), Vec::new());
    let alone = Alone::Sought(BTreeMap::new());
    let mut walk = Walk { written, world, closed, alone, dropped, found };
    walk.all();
    walk.alone = walk.alone.known();
    // What is left out can make something else needless, though rarely.
    loop {
        let before = walk.dropped.len();
        walk.all();
        if walk.dropped.len() == before {
            walk.found.sort_by_key(|one| one.part.id());
            return walk.found;
        }
    }
}

struct Walk<'a, 'w> {
    written: &'a Written,
    world: &'w World<'a>,
    closed: Vec<bool>,
    alone: Alone<'a>,
    dropped: Dropped,
    found: Vec<Needless<'a>>,
}

/// The parts that can be left out of the text as it is written, by their ids, and why.
enum Alone<'a> {
    Sought(BTreeMap<usize, Vec<Reason<'a>>>),
    Known(BTreeMap<usize, Vec<Reason<'a>>>),
}

impl Alone<'_> {
    fn known(self) -> Self {
        match self {
            Self::Sought(alone) | Self::Known(alone) => Self::Known(alone),
        }
    }
}

impl<'a> Walk<'a, '_> {
    /// Wholes before parts, and the later before the earlier.
    fn all(&mut self) {
        let written = self.written;
        let open = written.on.iter().zip(self.closed.clone()).filter(|(_, closed)| !closed);
        let of_verbs =
            open.flat_map(|(on, _)| on.clauses.iter().map(move |clause| (Some(on), clause)));
        let of_all = written.clauses.iter().map(|clause| (None, clause));
        let clauses: Vec<_> = of_all.chain(of_verbs).collect();
        for (on, clause) in clauses.iter().rev() {
            let reasons = self.around().clause(*on, Some(clause));
            self.weigh(clause, &clause.part, true, &reasons);
        }
        for (on, clause) in clauses.iter().rev() {
            let reasons = self.around().clause(*on, Some(clause));
            self.inside(clause, &clause.part, &reasons);
        }
    }

    fn inside(&mut self, clause: &'a Clause, part: &'a Part, reasons: &[Reason<'a>]) {
        if self.dropped.contains(&part.id()) {
            return;
        }
        if let Kind::Not(part) = &part.kind {
            return self.inside(clause, part, reasons);
        }
        let parts = part.inside().iter().rev();
        for inner in parts.clone() {
            // What nothing is left of would be no condition.
            if self.kept(part).filter(|kept| kept.id() != inner.id()).count() > 0 {
                let reasons = self.beside(clause, part, inner, reasons);
                self.weigh(clause, inner, part.is_all(), &reasons);
            }
        }
        for inner in parts {
            let reasons = self.beside(clause, part, inner, reasons);
            self.inside(clause, inner, &reasons);
        }
    }

    fn weigh(&mut self, clause: &'a Clause, part: &'a Part, holds: bool, reasons: &[Reason<'a>]) {
        if self.dropped.contains(&part.id()) {
            return;
        }
        let fails = self.fails(part, holds, &self.dropped);
        let why = match &mut self.alone {
            Alone::Sought(alone) => {
                alone.extend(fewest(self.world, reasons, &fails).map(|why| (part.id(), why)));
                return;
            }
            Alone::Known(alone) => alone.get(&part.id()).cloned(),
        };
        let Some(why) = why.filter(|_| impossible(self.world, reasons, &fails)) else {
            return;
        };
        // What is left out itself explains nothing well; but only the text as it is written counts.
        let reasons: Vec<_> = reasons.iter().map(|reason| self.as_written(reason)).collect();
        let fails = self.fails(part, holds, &Dropped::new());
        let reasons = fewest(self.world, &reasons, &fails).unwrap_or(why);
        self.found.retain(|one| !part.ids.contains(&one.part.id()));
        self.dropped.insert(part.id());
        let groups = self.groups(clause, part, holds, &reasons);
        self.found.push(Needless { clause, part, holds, reasons, groups });
    }

    /// Where the part is not what it is said to be.
    fn fails(&self, part: &Part, holds: bool, dropped: &Dropped) -> Table {
        let table = self.world.table(part, dropped);
        if holds { table.not() } else { table }
    }

    fn as_written(&self, reason: &Reason<'a>) -> Reason<'a> {
        let nothing = Dropped::new();
        match reason.what {
            What::Part(_, part) => {
                Reason { table: self.fails(part, !reason.holds, &nothing), ..*reason }
            }
            What::On => {
                let around = Around { dropped: &nothing, ..self.around() };
                around.every_on().unwrap_or_else(|| reason.clone())
            }
            What::Schemes => reason.clone(),
        }
    }

    fn beside(
        &self,
        clause: &'a Clause,
        parent: &'a Part,
        one: &'a Part,
        outer: &[Reason<'a>],
    ) -> Vec<Reason<'a>> {
        let around = self.around();
        let siblings = around.siblings(clause, parent, one);
        siblings.chain(outer.iter().cloned()).collect()
    }

    fn groups(
        &self,
        clause: &'a Clause,
        part: &'a Part,
        holds: bool,
        reasons: &[Reason<'a>],
    ) -> Vec<Group<'a>> {
        let within = match reasons {
            [] => self.world.always(),
            [Reason { what: What::Schemes, table, .. }] => table.clone(),
            _ => return Vec::new(),
        };
        smallest(self.world, clause, part, holds, &within)
    }

    fn kept(&self, parent: &'a Part) -> impl Iterator<Item = &'a Part> {
        parent.inside().iter().filter(|part| !self.dropped.contains(&part.id()))
    }

    fn around(&self) -> Around<'a, '_> {
        let Self { written, world, dropped, closed, .. } = self;
        Around { written, world, dropped, closed }
    }
}
