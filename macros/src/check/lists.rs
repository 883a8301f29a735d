//! One list clause: `roles(…)`, `claims_all(…)`, `policies(…)` and their like.

use syn::{Expr, Ident};

use super::clauses::Known;
use super::{literals, names, repeats};
use crate::model::{Atom, NonEmpty, Rule};
use crate::problems::{Problems, shown};
use crate::syntax::peeled;
use crate::words::{Fact, Quantity};

pub(super) struct List {
    pub(super) at: Ident,
    pub(super) quantity: Quantity,
    pub(super) atoms: Vec<Atom>,
}

pub(super) fn read(known: &Known, of: Fact, quantity: Quantity, problems: &mut Problems) -> List {
    let at = known.at().clone();
    let entries = known.list(problems);
    let atoms: Vec<_> = entries.iter().filter_map(|entry| atom(entry, of, problems)).collect();
    let atoms = repeats::in_list(atoms, &at, Atom::same, problems);
    tell_values_beside_presence(&atoms, quantity, problems);
    List { at, quantity, atoms }
}

fn atom(entry: &Expr, of: Fact, problems: &mut Problems) -> Option<Atom> {
    match peeled(entry) {
        Expr::Assign(assign) if of == Fact::Claim => {
            let name = names::read(&assign.left, of, problems);
            let value = literals::read(&assign.right, problems);
            Some(Atom::ClaimIs(name?, value?))
        }
        _ => names::read(entry, of, problems).map(|name| Atom::Has(of, name)),
    }
}

/// A claim asked for both as present and with a value: one of the two adds nothing.
fn tell_values_beside_presence(atoms: &[Atom], quantity: Quantity, problems: &mut Problems) {
    for value in atoms {
        let others = atoms.iter().filter(|other| !value.same(other));
        for presence in others.filter(|other| value.implies(other)) {
            let (needless, because, how) = match quantity {
                Quantity::Any => (value, presence, "is enough with any value"),
                Quantity::All => (presence, value, "is demanded as well"),
            };
            problems.clash(
                needless,
                format!(
                    "`{}` adds nothing: `{}` {how}; remove one",
                    shown(needless),
                    shown(because)
                ),
                because,
                format!("`{}` is here", shown(because)),
            );
        }
    }
}

impl List {
    /// Nothing is left of a list whose every entry was a mistake.
    pub(super) fn into_rule(self) -> Option<Rule> {
        let atoms = NonEmpty::new(self.atoms.into_iter().map(Rule::Is))?;
        Some(match self.quantity {
            Quantity::Any => Rule::Any(atoms),
            Quantity::All => Rule::All(atoms),
        })
    }
}
