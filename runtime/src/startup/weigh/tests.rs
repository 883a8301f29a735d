//! What start-up finds, against every caller that a hierarchy allows looked at one by one; and
//! policies of all sizes.

mod callers;
mod sizes;
mod tree;

use std::collections::BTreeMap;

use super::World;
use super::conflict::conflict;
use super::demand::Demand;
use super::diagrams::{Effort, MOST};
use super::parts::parts;
use crate::rule::{Policies, Rule};
use crate::weigh::tests::formulas::{
    Random, all_of_depth_three, atoms, pairs_of_depth_two, random,
};

use callers::{Callers, Roles};
use tree::Tree;

/// What was found, over all comparisons, so that none is idle.
#[derive(Debug, Default)]
struct Found {
    impossible: usize,
    always: usize,
    useless: usize,
    clauses: usize,
    parts: usize,
}

impl Found {
    /// Compares all that is found about these clauses with the definition.
    fn compare(&mut self, clauses: &[Rule], roles: &Roles, accepted: Option<&[&str]>) {
        let shown = || {
            let clauses = clauses.iter().map(ToString::to_string).collect::<Vec<_>>();
            format!("{clauses:#?} by {accepted:?} with {roles:?}")
        };
        let policies = Policies::new();
        let hierarchy = roles.hierarchy();
        let world = World { policies: &policies, hierarchy: &hierarchy };
        let demand = Demand::of(clauses, accepted, world, Effort::of(MOST)).unwrap();
        let diagrams = &demand.diagrams;
        let every = demand.every(clauses).unwrap();
        let base = diagrams.and(&demand.possible, &every).unwrap();
        let callers = Callers::of(clauses, roles, accepted);
        let tree = Tree::All(clauses.iter().map(|clause| callers.tree(clause)).collect());
        let met = callers.meeting(&tree);

        for clause in clauses {
            let always = diagrams.implies(&demand.possible, &demand.meets(clause).unwrap());
            let told = always.unwrap();
            self.always += usize::from(told);
            let defined = callers.meeting(&callers.tree(clause)) == callers.everybody();
            assert_eq!(told, defined, "always: `{clause}` of {}", shown());
        }
        assert_eq!(base.is_nobody(), met == callers.nobody(), "nobody: {}", shown());
        if base.is_nobody() {
            self.impossible += 1;
            callers.check_conflict(&conflict(&demand, clauses).unwrap(), &shown);
            return;
        }
        for scheme in accepted.into_iter().flatten() {
            let by = demand.by_scheme(scheme).unwrap();
            let useless = diagrams.exclude(&base, &by).unwrap();
            self.useless += usize::from(useless);
            assert_eq!(useless, !callers.enters_by(&met, scheme), "{scheme}: {}", shown());
        }
        let (told, left) = parts(&demand, clauses, &demand.possible).unwrap();
        let left = diagrams.and(&demand.possible, &left).unwrap();
        assert!(left == base, "what is left: {}", shown());
        self.clauses += told.iter().filter(|part| part.clause.is_none()).count();
        self.parts += told.iter().filter(|part| part.clause.is_some()).count();
        let told = told.iter().map(|part| callers.tree(&part.rule)).collect::<Vec<_>>();
        assert_eq!(told, callers.superfluous(tree), "{}", shown());
    }
}

#[test]
fn single_clauses_are_judged_as_by_hand() {
    let (mut found, mut count) = (Found::default(), 0);
    let claims =
        vec![Rule::scope("s"), Rule::claim("c"), Rule::claim_is("c", 1), Rule::claim_is("c", "")];
    let roles = Roles::unrelated();
    for formula in all_of_depth_three(&atoms()).into_iter().chain(all_of_depth_three(&claims)) {
        found.compare(std::slice::from_ref(&formula), &roles, None);
        found.compare(&[formula], &roles, Some(&["jwt", "cookie"]));
        count += 1;
    }
    assert!(count > 10_000, "{count}");
    assert!(found.impossible > 100 && found.always > 100 && found.parts > 1_000, "{found:?}");
    assert!(found.useless > 100, "{found:?}");
}

#[test]
fn roles_that_hang_together_are_judged_as_by_hand() {
    let (mut found, mut chance) = (Found::default(), Random(11));
    let atoms = ["a", "b", "c"].map(Rule::role).into_iter();
    let atoms = atoms.chain([Rule::permission("a")]).collect::<Vec<_>>();
    let worlds = (0..40).map(|_| Roles::random(&mut chance)).collect::<Vec<_>>();
    for (formula, roles) in all_of_depth_three(&atoms).into_iter().zip(worlds.iter().cycle()) {
        found.compare(&[formula], roles, None);
    }
    assert!(found.impossible > 100 && found.always > 20 && found.parts > 1_000, "{found:?}");
}

#[test]
fn pairs_of_clauses_are_judged_as_by_hand() {
    let (mut found, mut chance) = (Found::default(), Random(13));
    let atoms = [Rule::role("a"), Rule::role("b"), Rule::permission("a"), Rule::scheme("jwt")];
    let worlds = (0..40).map(|_| Roles::random(&mut chance)).collect::<Vec<_>>();
    for ((one, other), roles) in pairs_of_depth_two(&atoms).into_iter().zip(worlds.iter().cycle()) {
        found.compare(&[one, other], roles, Some(&["jwt"]));
    }
    assert!(found.impossible > 100 && found.clauses > 1_000 && found.parts > 1_000, "{found:?}");
}

#[test]
fn larger_policies_are_judged_as_by_hand() {
    let (mut found, mut chance) = (Found::default(), Random(17));
    let mut roles = Roles::unrelated();
    for number in 0..10_000 {
        if number % 10 == 9 {
            roles = Roles::random(&mut chance);
        }
        let clauses = (0..1 + chance.below(4)).map(|_| random(&mut chance, 4)).collect::<Vec<_>>();
        let accepted: Option<&[&str]> = match chance.below(4) {
            0 => None,
            1 => Some(&["jwt"]),
            2 => Some(&["jwt", "cookie"]),
            _ => Some(&["jwt", "cookie", "key"]),
        };
        found.compare(&clauses, &roles, accepted);
    }
    let least = [found.impossible, found.always, found.useless, found.clauses, found.parts];
    assert!(least.iter().all(|count| *count > 100), "{found:?}");
}

/// Named policies mean what they stand for, and are looked at as a whole.
#[test]
fn policies_are_weighed_for_what_they_stand_for() {
    let dead = Rule::role("a") & Rule::role("b") | Rule::role("b");
    let named = BTreeMap::from([("Inner".into(), dead.clone())]);
    let hierarchy = Roles::unrelated().hierarchy();
    let world = World { policies: &named, hierarchy: &hierarchy };
    let found = |clauses: &[Rule]| {
        let demand = Demand::of(clauses, None, world, Effort::of(MOST)).unwrap();
        let (parts, _) = parts(&demand, clauses, &demand.possible).unwrap();
        parts.iter().map(|part| part.rule.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found(&[Rule::policy("Inner")]), [""; 0]);
    assert_eq!(found(&[dead]), [r#"role("a") && role("b")"#]);
    assert_eq!(found(&[Rule::role("b"), Rule::policy("Inner")]), [r#"policy("Inner")"#]);
}
