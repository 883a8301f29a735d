//! What is wrong with one clause beside the others, told while the program is compiled.

use super::accepted::Accepted;
use super::columns::Column;
use super::demand::{Demand, Weighing};
use super::text::Text;
use super::units::Unit;
use crate::endpoint::Endpoint;
use crate::group::Grouping;
use crate::verb::Verb;

/// Whether a clause can be met beside what is demanded before it, and demands anything; then, by
/// what it is demanded already: 0 by nothing, 1 by the groups, 2 by the other clauses. Of two
/// clauses that imply each other it is the later one that is demanded already.
///
/// `verb` is the verb of an `on`; `number` counts the clauses, those of `on` behind the
/// endpoint's own; `texts` are the clauses as they are written.
///
/// # Panics
///
/// If it cannot be met, or demands nothing: that is how the compiler tells.
#[track_caller]
#[must_use]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_clause(
    endpoint: &Endpoint,
    verb: Option<Verb>,
    number: usize,
    texts: &[&str],
) -> u8 {
    let accepted = Accepted::of(endpoint.schemes, endpoint.group);
    let Some(weighing) = Demand::of(endpoint, verb).weighed(&accepted) else {
        return NEEDED;
    };
    let told = Telling { weighing, texts, subject: Subject::Endpoint(endpoint.handler) };
    if let Some(message) = told.wrong(number) {
        panic!("{}", message.as_str());
    }
    told.weighing.demanded_by(number)
}

/// A clause without which more callers could enter.
const NEEDED: u8 = 0;
const BY_GROUPS: u8 = 1;
const BY_OTHERS: u8 = 2;

impl Weighing<'_> {
    const fn demanded_by(&self, number: usize) -> u8 {
        if !self.is_sound(number) {
            NEEDED
        } else if self.possible.implies(&self.meets(number)) {
            // The schemes that are accepted demand it.
            BY_OTHERS
        } else if self.grouped.implies(&self.meets(number)) {
            BY_GROUPS
        } else if self.is_implied_by_others(number) {
            BY_OTHERS
        } else {
            NEEDED
        }
    }

    /// Whether the clauses can be met together, and this one demands something.
    pub(super) const fn is_sound(&self, number: usize) -> bool {
        let together = self.before(self.demand.count());
        !together.is_nobody() && !self.is_empty(number)
    }

    /// Takes out clauses that change nothing, the last one first, as long as there are any.
    pub(super) const fn is_implied_by_others(&self, number: usize) -> bool {
        let mut needed = u64::MAX;
        let mut last = self.demand.count();
        while last > number {
            last -= 1;
            let others = self.met(needed & !(1 << last));
            if others.implies(&self.meets(last)) {
                if last == number {
                    return true;
                }
                needed &= !(1 << last);
            }
        }
        false
    }

    /// Who meets what the groups demand, and these clauses.
    const fn met(&self, clauses: u64) -> Column {
        let mut column = self.grouped;
        let mut number = 0;
        while number < self.demand.count() {
            if clauses & (1 << number) != 0 {
                column = column.and(&self.meets(number));
            }
            number += 1;
        }
        column
    }
}

pub(super) struct Telling<'a> {
    pub(super) weighing: Weighing<'a>,
    pub(super) texts: &'a [&'a str],
    pub(super) subject: Subject<'a>,
}

/// What is weighed, by its name.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    Endpoint(&'a str),
    Group(&'a str),
}

/// Whether whoever is met is among these; else, whether nobody of them is.
const fn is_end(met: &Column, these: &Column, implies: bool) -> bool {
    if implies { met.implies(these) } else { met.and(these).is_nobody() }
}

/// Another end of a contradiction.
#[derive(Clone, Copy)]
enum Other {
    Group(&'static Grouping),
    Clause(usize),
    Several,
}

impl Telling<'_> {
    /// What is wrong with a clause, if what is demanded before it can be met at all.
    pub(super) const fn wrong(&self, number: usize) -> Option<Text> {
        let clause = self.weighing.meets(number);
        let before = self.weighing.before(number);
        if before.is_nobody() {
            return None;
        }
        if self.weighing.is_empty(number) {
            return Some(self.always(number));
        }
        if !before.and(&clause).is_nobody() {
            return None;
        }
        if clause.is_nobody() {
            return Some(self.never(number));
        }
        Some(self.contradiction(number, &clause, &before))
    }

    const fn always(&self, number: usize) -> Text {
        Text::new("")
            .and_quoted(self.text(number))
            .and(" of ")
            .and_quoted(self.name())
            .and(" demands nothing: every caller meets it; remove it, or change the policy")
    }

    const fn never(&self, number: usize) -> Text {
        self.nobody().and_quoted(self.text(number)).and(" can be met by nobody; change the policy")
    }

    const fn contradiction(&self, number: usize, clause: &Column, before: &Column) -> Text {
        let this = self.nobody().and_quoted(self.text(number));
        let mut at = 0;
        while let Some(unit) = self.weighing.units.get(at) {
            let holds = self.weighing.possible.and(&Column::unit(unit, &self.weighing.units));
            let lacks = self.weighing.possible.and(&holds.not());
            if clause.implies(&lacks) && before.implies(&holds) {
                let other = self.end(number, &holds, true);
                return self.split(this, " forbids ", unit, other, " demands");
            }
            if clause.implies(&holds) && before.implies(&lacks) {
                let other = self.end(number, &lacks, true);
                return self.split(this, " demands ", unit, other, " forbids");
            }
            at += 1;
        }
        let told = this.and(" cannot be met together with ");
        self.other(told, self.end(number, clause, false)).and("; change one of the two")
    }

    const fn split(&self, this: Text, what: &str, unit: Unit<'_>, by: Other, verb: &str) -> Text {
        let told = unit.told(this.and(what)).and(", which ");
        self.other(told, by).and(verb).and("; change one of the two")
    }

    /// Who alone, before a clause, implies (or excludes) this.
    const fn end(&self, number: usize, this: &Column, implies: bool) -> Other {
        let mut group = self.weighing.demand.group;
        while let Some(outer) = group {
            let met = self.weighing.meets_group(outer.grouping());
            if is_end(&met, this, implies) {
                return Other::Group(outer.grouping());
            }
            group = outer.grouping().parent;
        }
        let mut earlier = 0;
        while earlier < number {
            let met = self.weighing.meets(earlier);
            if is_end(&met, this, implies) {
                return Other::Clause(earlier);
            }
            earlier += 1;
        }
        Other::Several
    }

    const fn other(&self, text: Text, other: Other) -> Text {
        match other {
            Other::Group(group) => text.and("group ").and_quoted(group.name),
            Other::Clause(number) => text.and_quoted(self.text(number)),
            Other::Several => text.and("the rest"),
        }
    }

    const fn nobody(&self) -> Text {
        let start = match self.subject {
            Subject::Endpoint(_) => "nobody can enter ",
            Subject::Group(_) => "nobody can enter an endpoint of ",
        };
        Text::new(start).and_quoted(self.name()).and(": ")
    }

    const fn name(&self) -> &str {
        match self.subject {
            Subject::Endpoint(name) | Subject::Group(name) => name,
        }
    }

    #[expect(clippy::indexing_slicing, reason = "checked; `get` is not const")]
    const fn text(&self, number: usize) -> &str {
        if number < self.texts.len() { self.texts[number] } else { "this clause" }
    }
}
