//! Policies to weigh: every small one, and many large ones.

use crate::rule::Rule;

/// Four things to ask of a caller, with a claim and its value, and a scheme.
pub(crate) fn atoms() -> Vec<Rule> {
    vec![Rule::role("a"), Rule::claim("c"), Rule::claim_is("c", 1), Rule::scheme("jwt")]
}

/// Every formula over these atoms that joins formulas of depth two; the order of two parts, and
/// a part joined with itself, change nothing and are left out.
pub(crate) fn all_of_depth_three(atoms: &[Rule]) -> Vec<Rule> {
    let two = of_depth_two(atoms);
    let mut all = two.clone();
    all.extend(joined(&two));
    all
}

/// Every two formulas of depth two, in both orders.
pub(crate) fn pairs_of_depth_two(atoms: &[Rule]) -> Vec<(Rule, Rule)> {
    let two = of_depth_two(atoms);
    let with =
        |one: &Rule| two.iter().map(|other| (one.clone(), other.clone())).collect::<Vec<_>>();
    two.iter().flat_map(with).collect()
}

fn of_depth_two(atoms: &[Rule]) -> Vec<Rule> {
    let mut literals = atoms.to_vec();
    literals.extend(atoms.iter().map(|atom| !atom.clone()));
    let mut all = literals.clone();
    all.extend(joined(&literals));
    let negated = joined(atoms).into_iter().map(|rule| !rule);
    all.extend(negated);
    all
}

/// Each two of them, by AND and by OR.
fn joined(parts: &[Rule]) -> Vec<Rule> {
    let mut all = Vec::new();
    for (at, one) in parts.iter().enumerate() {
        for other in parts.iter().skip(at + 1) {
            all.push(one.clone() & other.clone());
            all.push(one.clone() | other.clone());
        }
    }
    all
}

/// Numbers that are the same in every run (xorshift64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound
    }
}

/// A policy over up to eight atoms.
pub(crate) fn random(chance: &mut Random, depth: u64) -> Rule {
    if depth == 0 || chance.below(4) == 0 {
        let atom = atom(chance);
        return if chance.below(3) == 0 { !atom } else { atom };
    }
    let parts = (0..2 + chance.below(2)).map(|_| random(chance, depth - 1)).collect::<Vec<_>>();
    match chance.below(5) {
        0 | 1 => Rule::all_of(parts),
        2 | 3 => Rule::any_of(parts),
        _ => !Rule::any_of(parts),
    }
}

fn atom(chance: &mut Random) -> Rule {
    match chance.below(8) {
        0 => Rule::role("a"),
        1 => Rule::role("b"),
        2 => Rule::permission("a"),
        3 => Rule::scope("a"),
        4 => Rule::claim("c"),
        5 => Rule::claim_is("c", 1),
        6 => Rule::scheme("jwt"),
        _ => Rule::scheme("cookie"),
    }
}
