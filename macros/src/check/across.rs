//! What is left to the compiler: clauses that depend on other items. Nothing is told here.

use super::access::Access;
use super::clauses::Clauses;
use super::demands::Demand;
use crate::model::{Across, Atom, Name, Written};
use crate::words::{ClauseWord, Notice};

pub(super) fn read(clauses: &Clauses, access: &Access, accept: &[Notice]) -> Across {
    let grouped = clauses.of(ClauseWord::Group);
    let tells_redundant = !accept.contains(&Notice::Redundant);
    let anonymous = grouped.and(clauses.of(ClauseWord::Anonymous));
    let anonymous = anonymous.map(|known| known.at().clone());
    let Access::Guarded { demands, on, .. } = access else {
        return Across { anonymous, ..Across::default() };
    };
    let further = on.iter().flat_map(|on| &on.demands);
    if grouped.is_none() && !depends(demands.iter().chain(further)) {
        return Across::default();
    }
    let written = |demands: &[Demand]| demands.iter().map(Demand::written).collect();
    let schemes = clauses.of(ClauseWord::Schemes).or(grouped);
    Across {
        clauses: written(demands),
        on: on.iter().map(|on| (on.spoken.verb, written(&on.demands))).collect(),
        anonymous,
        schemes: schemes.map(|known| known.at().clone()),
        tells_redundant,
    }
}

/// Whether another item decides what these mean together: a policy, or two names of which
/// nobody here can tell whether they are one.
fn depends<'a>(demands: impl Iterator<Item = &'a Demand>) -> bool {
    let atoms: Vec<_> = demands.flat_map(Demand::atoms).collect();
    let is_policy = |atom: &&Atom| matches!(atom.name(), Name::Policy(_));
    let may_be_one = |one: &&Atom| atoms.iter().any(|other| one.may_be(other));
    atoms.iter().any(is_policy) || atoms.iter().any(may_be_one)
}

impl Demand {
    pub(super) fn written(&self) -> Written {
        Written { word: self.word.clone(), text: self.text.clone() }
    }
}
