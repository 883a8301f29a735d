//! All that one verb of an endpoint demands, clause by clause, while it is compiled.

use super::accepted::Accepted;
use super::columns::{Column, possible};
use super::units::Units;
use crate::endpoint::Endpoint;
use crate::group::{Group, Grouping};
use crate::rule::Rule;
use crate::verb::Verb;

/// As many clauses as are weighed: one bit each.
const MOST_CLAUSES: usize = 63;

/// The clauses that must all be met, in this order: those of the groups outwards, the
/// endpoint's own, and those of one verb.
#[derive(Clone, Copy)]
pub(super) struct Demand<'a> {
    pub(super) group: Option<Group>,
    pub(super) own: &'a [Rule],
    pub(super) further: &'a [Rule],
}

/// A demand with its truth table.
pub(super) struct Weighing<'a> {
    pub(super) demand: Demand<'a>,
    pub(super) units: Units<'a>,
    /// The callers that there can be, whatever schemes are accepted.
    anyone: Column,
    /// The callers that there can be.
    pub(super) possible: Column,
    /// Those of them whom the groups let through.
    pub(super) grouped: Column,
    /// Those of them who meet each clause: worked out once, since rustc bounds its steps.
    met: [Column; MOST_CLAUSES],
}

impl<'a> Demand<'a> {
    /// What a verb demands; without one, what every verb does.
    pub(super) const fn of(endpoint: &'a Endpoint, verb: Option<Verb>) -> Self {
        let further = match verb {
            Some(verb) => further(endpoint, verb),
            None => &[],
        };
        Self { group: endpoint.group, own: endpoint.rules, further }
    }

    /// How many clauses it has, those of its groups aside.
    pub(super) const fn count(&self) -> usize {
        self.own.len() + self.further.len()
    }

    /// One of its clauses, those of its groups aside.
    #[expect(clippy::indexing_slicing, reason = "callers count; `get` is not const")]
    pub(super) const fn clause(&self, number: usize) -> &'a Rule {
        match number < self.own.len() {
            true => &self.own[number],
            false => &self.further[number - self.own.len()],
        }
    }

    /// `None`: it asks for more than can be weighed while the program is compiled.
    #[expect(clippy::indexing_slicing, reason = "counted before; `get_mut` is not const")]
    pub(super) const fn weighed(self, accepted: &Accepted<'_>) -> Option<Weighing<'a>> {
        let mut units = Units::NONE.and_all(self.own).and_all(self.further);
        let mut group = self.group;
        while let Some(outer) = group {
            units = units.and_all(outer.grouping().rules);
            group = outer.grouping().parent;
        }
        if units.too_many || accepted.too_many || self.count() > MOST_CLAUSES {
            return None;
        }
        let anyone = possible(&units, None);
        let possible = possible(&units, accepted.names());
        let grouped = possible.and(&grouped(self.group, &units));
        let mut met = [possible; MOST_CLAUSES];
        let mut number = 0;
        while number < self.count() {
            met[number] = possible.and(&Column::of(self.clause(number), &units));
            number += 1;
        }
        Some(Weighing { demand: self, units, anyone, possible, grouped, met })
    }
}

impl Weighing<'_> {
    /// Who meets one clause, of the callers that there can be.
    #[expect(clippy::indexing_slicing, reason = "callers count; `get` is not const")]
    pub(super) const fn meets(&self, number: usize) -> Column {
        self.met[number]
    }

    /// Whether a clause demands nothing, whatever schemes are accepted.
    pub(super) const fn is_empty(&self, number: usize) -> bool {
        self.anyone.implies(&Column::of(self.demand.clause(number), &self.units))
    }

    /// Who meets what the groups demand, and the clauses before this one.
    pub(super) const fn before(&self, number: usize) -> Column {
        let mut column = self.grouped;
        let mut earlier = 0;
        while earlier < number {
            column = column.and(&self.meets(earlier));
            earlier += 1;
        }
        column
    }

    /// Who meets what one group demands.
    pub(super) const fn meets_group(&self, group: &Grouping) -> Column {
        self.possible.and(&Column::every(group.rules, &self.units))
    }
}

const fn grouped(group: Option<Group>, units: &Units<'_>) -> Column {
    let mut column = Column::everybody(units);
    let mut group = group;
    while let Some(outer) = group {
        column = column.and(&Column::every(outer.grouping().rules, units));
        group = outer.grouping().parent;
    }
    column
}

const fn further(endpoint: &Endpoint, verb: Verb) -> &'static [Rule] {
    let mut rest = endpoint.on;
    while let Some(((on, rules), behind)) = rest.split_first() {
        if *on as u8 == verb as u8 {
            return rules;
        }
        rest = behind;
    }
    &[]
}
