//! The callers that there can be, as far as some atoms tell them apart.

use super::atoms::{exclude, implies};
use super::diagrams::{Diagram, Diagrams, Entangled};
use crate::hierarchy::Hierarchy;
use crate::rule::Atom;

/// Whoever is possible. `accepted` are the schemes that are tried; `None` where they are not
/// known.
pub(super) fn possible(
    atoms: &[Atom],
    diagrams: &Diagrams,
    hierarchy: &Hierarchy,
    accepted: Option<&[&str]>,
) -> Result<Diagram, Entangled> {
    let pairs = Pairs::of(atoms, hierarchy);
    let mut possible = diagrams.everybody();
    for (one, other) in pairs.implied() {
        let broken = diagrams.and_not(&diagrams.variable(one), &diagrams.variable(other))?;
        possible = diagrams.and_not(&possible, &broken)?;
    }
    for (one, other) in pairs.excluded() {
        let both = diagrams.and(&diagrams.variable(one), &diagrams.variable(other))?;
        possible = diagrams.and_not(&possible, &both)?;
    }
    let Some(accepted) = accepted else {
        return Ok(possible);
    };
    let mut some = diagrams.nobody();
    let mut asked = 0;
    for (number, atom) in atoms.iter().enumerate() {
        let Atom::Scheme(name) = atom else { continue };
        let this = diagrams.variable(number);
        if accepted.contains(&name.as_ref()) {
            some = diagrams.or(&some, &this)?;
            asked += 1;
        } else {
            possible = diagrams.and_not(&possible, &this)?;
        }
    }
    if asked == accepted.len() { diagrams.and(&possible, &some) } else { Ok(possible) }
}

/// Which atoms imply and exclude which, by number.
struct Pairs {
    implies: Vec<Vec<usize>>,
    excludes: Vec<Vec<usize>>,
}

impl Pairs {
    fn of(atoms: &[Atom], hierarchy: &Hierarchy) -> Self {
        let of = |relation: Relation| {
            let with = |(at, one): (usize, &Atom)| {
                let others = atoms.iter().enumerate().filter(|(other, _)| *other != at);
                let others = others.filter(|(_, other)| relation(one, other, hierarchy));
                others.map(|(other, _)| other).collect::<Vec<_>>()
            };
            atoms.iter().enumerate().map(with).collect()
        };
        Self { implies: of(implies), excludes: of(exclude) }
    }

    /// Without those that follow by way of another atom.
    fn implied(&self) -> impl Iterator<Item = (usize, usize)> {
        each(&self.implies).filter(|(one, other)| {
            let mut between = list(&self.implies, *one).iter();
            !between.any(|between| list(&self.implies, *between).contains(other))
        })
    }

    /// Each once, and without those that follow from what is implied.
    fn excluded(&self) -> impl Iterator<Item = (usize, usize)> {
        let follows = |one: usize, other: usize| {
            let mut brought = list(&self.implies, one).iter();
            brought.any(|brought| list(&self.excludes, *brought).contains(&other))
        };
        each(&self.excludes)
            .filter(|(one, other)| one < other)
            .filter(move |(one, other)| !follows(*one, *other) && !follows(*other, *one))
    }
}

type Relation = fn(&Atom, &Atom, &Hierarchy) -> bool;

fn each(lists: &[Vec<usize>]) -> impl Iterator<Item = (usize, usize)> {
    let with = |(one, others): (usize, &Vec<usize>)| {
        others.iter().map(|other| (one, *other)).collect::<Vec<_>>()
    };
    lists.iter().enumerate().flat_map(with)
}

fn list(lists: &[Vec<usize>], number: usize) -> &[usize] {
    lists.get(number).map_or(&[], Vec::as_slice)
}
