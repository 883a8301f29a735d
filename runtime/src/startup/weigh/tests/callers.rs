//! Every caller that there can be: whoever has some roles has what they bring; claims are JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::tree::Tree;
use crate::hierarchy::Hierarchy;
use crate::principal::present;
use crate::rule::{Atom, Rule};
use crate::weigh::tests::formulas::Random;

const ROLES: [&str; 6] = ["a", "b", "c", "u", "v", "w"];

/// What is said of roles; no policy asks for the last three of them.
#[derive(Debug)]
pub(super) struct Roles {
    implies: Vec<(&'static str, &'static str)>,
    grants: Vec<&'static str>,
    exclusive: Vec<(&'static str, &'static str)>,
    /// What callers who may enter have: their roles, and whether the permission.
    held: BTreeSet<(BTreeSet<&'static str>, bool)>,
}

impl Roles {
    /// No role brings another.
    pub(super) fn unrelated() -> Self {
        Self {
            implies: Vec::new(),
            grants: Vec::new(),
            exclusive: Vec::new(),
            held: BTreeSet::new(),
        }
        .with_holders()
    }

    /// Without a circle, and without a role that nobody can have.
    pub(super) fn random(chance: &mut Random) -> Self {
        let mut order = ROLES.to_vec();
        for at in 1..order.len() {
            order.swap(at, usize::try_from(chance.below(at as u64 + 1)).unwrap());
        }
        let pairs = order.iter().enumerate();
        let pairs = pairs.flat_map(|(at, one)| order[at + 1..].iter().map(|other| (*one, *other)));
        let pairs = pairs.collect::<Vec<_>>();
        let mut some = |part| {
            let chosen = pairs.iter().filter(|_| chance.below(part) == 0);
            chosen.copied().collect::<Vec<_>>()
        };
        let (implies, exclusive) = (some(3), some(8));
        let mut roles = Self { implies, exclusive, ..Self::unrelated() };
        roles.grants = ROLES.into_iter().filter(|_| chance.below(5) == 0).collect();
        while ROLES.iter().any(|role| roles.in_conflict(&roles.closed([*role].into()))) {
            roles.exclusive.pop();
        }
        roles.with_holders()
    }

    pub(super) fn hierarchy(&self) -> Hierarchy {
        let mut hierarchy = Hierarchy::default();
        for (role, other) in &self.implies {
            hierarchy.imply(&(*role).into(), &(*other).into());
        }
        for role in &self.grants {
            hierarchy.grant(&(*role).into(), &"a".into());
        }
        for (one, other) in &self.exclusive {
            hierarchy.exclude(&(*one).into(), &(*other).into());
        }
        hierarchy
    }

    fn closed(&self, mut roles: BTreeSet<&'static str>) -> BTreeSet<&'static str> {
        for _ in ROLES {
            let brought = self.implies.iter().filter(|(role, _)| roles.contains(role));
            let brought = brought.map(|(_, other)| *other).collect::<Vec<_>>();
            roles.extend(brought);
        }
        roles
    }

    fn in_conflict(&self, roles: &BTreeSet<&str>) -> bool {
        self.exclusive.iter().any(|(one, other)| roles.contains(one) && roles.contains(other))
    }

    fn with_holders(self) -> Self {
        let choices = (0..1_u32 << ROLES.len()).map(|bits| {
            let chosen = ROLES.iter().enumerate().filter(move |(at, _)| bits & (1 << at) != 0);
            self.closed(chosen.map(|(_, role)| *role).collect())
        });
        let sound = choices.filter(|roles| !self.in_conflict(roles));
        let with = |roles: BTreeSet<&'static str>| {
            let granted = self.grants.iter().any(|role| roles.contains(role));
            [true, false].map(|given| (roles.clone(), given || granted))
        };
        let held = sound.flat_map(with).collect();
        Self { held, ..self }
    }
}

/// Which atoms are true of a caller, one bit each.
type Answers = u32;

/// Each with each.
fn joined(ones: impl Iterator<Item = Answers>, others: &BTreeSet<Answers>) -> BTreeSet<Answers> {
    let ones = ones.collect::<BTreeSet<_>>();
    ones.iter().flat_map(|one| others.iter().map(|other| *one | *other)).collect()
}

/// A set of callers, one bit each.
pub(super) type Set = [u64; 4];

/// Those whom the atoms of some clauses tell apart.
pub(super) struct Callers {
    atoms: Vec<Atom>,
    /// For each atom, of whom it is true.
    columns: Vec<Set>,
    by: BTreeMap<String, Set>,
    everybody: Set,
}

impl Callers {
    pub(super) fn of(clauses: &[Rule], roles: &Roles, accepted: Option<&[&str]>) -> Self {
        let mut atoms = Vec::new();
        clauses.iter().for_each(|clause| Tree::gather(clause, &mut atoms));
        let answers = |has: &dyn Fn(&Atom) -> bool| -> Answers {
            let asked = atoms.iter().enumerate().filter(|(_, atom)| has(atom));
            asked.fold(0, |answers, (at, _)| answers | 1 << at)
        };
        let held = roles.held.iter().map(|(held, permitted)| {
            answers(&|atom| match atom {
                Atom::Role(role) => held.contains(role.as_ref()),
                Atom::Permission(_) => *permitted,
                _ => false,
            })
        });
        let claims = [None, Some(json!(""))]
            .into_iter()
            .chain([json!(1), json!("x"), json!([""]), json!([1, ""])].into_iter().map(Some));
        let claims = claims.map(|claim| {
            answers(&|atom| match atom {
                Atom::Claim(_) => claim.as_ref().is_some_and(present),
                Atom::ClaimIs(_, value) => claim.as_ref().is_some_and(|it| value.is_in(it)),
                _ => false,
            })
        });
        let scopes =
            [true, false].map(|scoped| answers(&|atom| matches!(atom, Atom::Scope(_)) && scoped));
        let by = accepted.unwrap_or(&["jwt", "cookie", "unnamed"]).iter();
        let by = by.map(|by| {
            let is = |atom: &Atom| matches!(atom, Atom::Scheme(name) if name == by);
            (answers(&is), *by)
        });
        let by = by.collect::<BTreeSet<_>>();
        let callers = joined(held, &claims.collect());
        let callers = joined(callers.into_iter(), &scopes.into());
        let callers = callers
            .iter()
            .flat_map(|caller| by.iter().map(|(answers, by)| (*caller | *answers, *by)));
        let mut all = Self {
            columns: vec![[0; 4]; atoms.len()],
            atoms,
            by: BTreeMap::new(),
            everybody: [0; 4],
        };
        for (number, (answers, by)) in callers.enumerate() {
            let (word, bit) = (number / 64, 1 << (number % 64));
            all.everybody[word] |= bit;
            all.by.entry(by.to_owned()).or_insert([0; 4])[word] |= bit;
            for (at, column) in all.columns.iter_mut().enumerate() {
                column[word] |= if answers & (1 << at) != 0 { bit } else { 0 };
            }
        }
        all
    }

    pub(super) fn everybody(&self) -> Set {
        self.everybody
    }

    pub(super) fn nobody(&self) -> Set {
        [0; 4]
    }

    pub(super) fn tree(&self, rule: &Rule) -> Tree {
        Tree::of(rule, &self.atoms)
    }

    pub(super) fn meeting(&self, tree: &Tree) -> Set {
        let met = tree.meeting(&self.columns);
        std::array::from_fn(|word| met[word] & self.everybody[word])
    }

    pub(super) fn enters_by(&self, met: &Set, scheme: &str) -> bool {
        let by = self.by.get(scheme).copied().unwrap_or_default();
        met.iter().zip(by).any(|(met, by)| met & by != 0)
    }

    /// Nobody meets all of these, and without any of them somebody does.
    pub(super) fn check_conflict(&self, needed: &[Rule], shown: &dyn Fn() -> String) {
        let trees = needed.iter().map(|rule| self.tree(rule)).collect::<Vec<_>>();
        assert_eq!(self.meeting(&Tree::All(trees.clone())), [0; 4], "{}", shown());
        for at in 0..trees.len() {
            let mut fewer = trees.clone();
            fewer.remove(at);
            assert_ne!(self.meeting(&Tree::All(fewer)), [0; 4], "{at} of {}", shown());
        }
    }

    /// What can be left out of clauses, tried one after the other.
    pub(super) fn superfluous(&self, mut clauses: Tree) -> Vec<Tree> {
        let wanted = self.meeting(&clauses);
        let mut left_out = Vec::new();
        self.leave_out(&mut clauses, &[], wanted, &mut left_out);
        left_out
    }

    fn leave_out(&self, whole: &mut Tree, at: &[usize], wanted: Set, left_out: &mut Vec<Tree>) {
        let (count, neutral) = whole.at(at).list();
        for number in (0..count).rev() {
            let at = [at, &[number]].concat();
            let part = std::mem::replace(whole.at(&at), Tree::Known(neutral));
            if self.meeting(whole) == wanted {
                left_out.push(part);
            } else {
                *whole.at(&at) = part;
                self.leave_out(whole, &at, wanted, left_out);
            }
        }
    }
}
