//! The facts that conditions ask for, and which of them can hold together.
//!
//! Two names are one only if it can be seen here. What is found stays true should two paths turn
//! out to be one name: fewer ways to hold are left then, never more.

use std::collections::BTreeSet;

use super::part::{Kind, Part, Schemes, Written};
use super::table::Table;
use crate::model::{Atom, Name};
use crate::words::Fact;

pub(super) struct World<'a> {
    atoms: Vec<&'a Atom>,
    /// How many facts the tables are about.
    facts: usize,
    /// What holds of every caller, whatever is written.
    axioms: Table,
    /// One of the schemes that `schemes` lists; if it can be seen which they are.
    listed: Option<Table>,
    /// One of those listed schemes that no condition asks for.
    other: Option<Table>,
}

/// The parts that are left out, by their ids.
pub(super) type Dropped = BTreeSet<usize>;

impl<'a> World<'a> {
    pub(super) fn new(written: &'a Written) -> Option<Self> {
        let atoms = atoms(written);
        let asks = atoms.iter().any(|atom| matches!(scheme(atom), Some(Name::Text(_))));
        let listed = written.schemes.as_ref().filter(|schemes| asks && schemes.can_be_seen());
        let asked =
            |name: &Name| atoms.iter().any(|atom| scheme(atom).is_some_and(|it| it.same(name)));
        let has_other = listed.is_some_and(|listed| !listed.names.iter().all(asked));
        let facts = atoms.len() + usize::from(has_other);
        if facts > MOST_ATOMS {
            return None;
        }
        let other = has_other.then(|| Table::fact(atoms.len(), facts));
        let never = Table::never(facts);
        let mut world = Self { atoms, facts, axioms: never, listed: None, other };
        world.axioms = world.claims().and(&world.one_scheme());
        world.listed =
            listed.map(|_| world.schemes().fold(Table::never(facts), |all, one| all.or(&one)));
        Some(world)
    }

    pub(super) fn axioms(&self) -> &Table {
        &self.axioms
    }

    pub(super) fn listed(&self) -> Option<&Table> {
        self.listed.as_ref()
    }

    /// Where the caller came by this listed scheme.
    pub(super) fn by(&self, listed: &Name) -> Option<Table> {
        let index =
            self.atoms.iter().position(|atom| scheme(atom).is_some_and(|it| it.same(listed)));
        index.map(|index| Table::fact(index, self.facts)).or_else(|| self.other.clone())
    }

    pub(super) fn always(&self) -> Table {
        Table::always(self.facts)
    }

    /// Where a part holds, once what is dropped inside of it is left out.
    pub(super) fn table(&self, part: &Part, dropped: &Dropped) -> Table {
        let kept = |parts: &'_ [Part], start: Table, join: fn(&Table, &Table) -> Table| {
            let kept = parts.iter().filter(|part| !dropped.contains(&part.id()));
            kept.fold(start, |all, part| join(&all, &self.table(part, dropped)))
        };
        match &part.kind {
            Kind::Is(atom) => self.atom(atom),
            Kind::Any(parts) => kept(parts, Table::never(self.facts), Table::or),
            Kind::All(parts) => kept(parts, self.always(), Table::and),
            Kind::Not(part) => self.table(part, dropped).not(),
        }
    }

    fn atom(&self, atom: &Atom) -> Table {
        let index = self.atoms.iter().position(|other| other.same(atom));
        // INVARIANT: every atom was collected.
        index.map_or_else(|| Table::never(self.facts), |index| Table::fact(index, self.facts))
    }

    /// A claim that has a value is there.
    fn claims(&self) -> Table {
        let pairs = self.atoms.iter().flat_map(|one| self.atoms.iter().map(move |two| (one, two)));
        let implied = pairs.filter(|(one, two)| !one.same(two) && one.implies(two));
        implied.fold(self.always(), |all, (one, two)| {
            all.and(&self.atom(one).not().or(&self.atom(two)))
        })
    }

    /// A caller came by no two schemes.
    fn one_scheme(&self) -> Table {
        let (mut all, mut seen) = (self.always(), Table::never(self.facts));
        for one in self.schemes() {
            all = all.and(&one.and(&seen).not());
            seen = seen.or(&one);
        }
        all
    }

    /// The schemes that are known not to be one another.
    fn schemes(&self) -> impl Iterator<Item = Table> {
        let named = |atom: &&&Atom| matches!(scheme(atom), Some(Name::Text(_)));
        let named = self.atoms.iter().filter(named).map(|atom| self.atom(atom));
        named.chain(self.other.clone())
    }
}

impl Schemes {
    /// Is it written which schemes they are? A constant tells it only to rustc.
    pub(super) fn can_be_seen(&self) -> bool {
        self.names.iter().all(|name| matches!(name, Name::Text(_)))
    }
}

pub(super) fn scheme(atom: &Atom) -> Option<&Name> {
    match atom {
        Atom::Has(Fact::Scheme, name) => Some(name),
        _ => None,
    }
}

fn atoms(written: &Written) -> Vec<&Atom> {
    let mut atoms: Vec<&Atom> = Vec::new();
    for clause in written.all() {
        clause.part.each(&mut |part| match &part.kind {
            Kind::Is(atom) if !atoms.iter().any(|known| known.same(atom)) => atoms.push(atom),
            _ => {}
        });
    }
    atoms
}

/// A table over 16 facts has 65,536 rows, in eight kilobytes.
pub(super) const MOST_ATOMS: usize = 16;
