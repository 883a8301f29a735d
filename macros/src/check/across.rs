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
fn depends<'a>(demands: impl Iterator<Item = &'a Demand> + Clone) -> bool {
    let atoms = |demand: &'a Demand| demand.atoms();
    let is_policy = |atom: &&Atom| matches!(atom.name(), Name::Policy(_));
    if demands.clone().flat_map(atoms).any(|atom| is_policy(&atom)) {
        return true;
    }
    let is_path = |atom: &&Atom| matches!(atom.name(), Name::Constant(_) | Name::Variant(_));
    let several = demands.clone().count() > 1;
    several && demands.flat_map(atoms).any(|atom| is_path(&atom))
}

impl Demand {
    pub(super) fn written(&self) -> Written {
        Written { word: self.word.clone(), text: self.text.clone() }
    }
}
