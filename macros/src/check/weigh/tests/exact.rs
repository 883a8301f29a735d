//! What is found is exactly what there is to find.

use super::brute::judge;
use super::naive::{Ask, Formula, Policy};
use super::shapes::{Chance, Shapes};

fn alone(formula: Formula) -> Policy {
    Policy { clauses: vec![formula], elsewhere: true, ..Policy::default() }
}

/// How many there were, and how many of them something was found in.
fn each(policies: impl Iterator<Item = Policy>) -> (usize, usize) {
    let mut counts = (0, 0);
    for policy in policies {
        counts.0 += 1;
        counts.1 += usize::from(judge(&policy) > 0);
    }
    counts
}

#[test]
fn of_every_condition_on_four_facts_three_deep() {
    let facts = ["a", "b", "c", "d"].map(Ask::Role);
    // 714,028 conditions; 39,300 once those are left out that differ in their facts' names alone.
    let shapes = Shapes::of(&facts).deeper().deeper().deeper().up_to_names();
    let counts = each(shapes.formulas().map(alone));
    assert_eq!(counts, (39_300, 38_710));
}

#[test]
fn of_every_condition_on_claims_two_deep() {
    let facts =
        [Ask::Claim("t"), Ask::ClaimIs("t", "x"), Ask::ClaimIs("t", "y"), Ask::ClaimIs("t", "")];
    let shapes = Shapes::of(&facts).deeper().deeper();
    assert_eq!(each(shapes.formulas().map(alone)), (844, 742));
}

#[test]
fn of_every_condition_on_schemes_two_deep() {
    let facts = [Ask::Scheme("x"), Ask::Scheme("y"), Ask::Role("a")];
    let shapes = Shapes::of(&facts).deeper().deeper();
    let counts = [None, Some(vec!["x", "y"]), Some(vec!["y", "z", "x"])].map(|schemes| {
        let policy = |formula| Policy { schemes: schemes.clone(), ..alone(formula) };
        each(shapes.formulas().map(policy))
    });
    assert_eq!(counts, [(363, 318), (363, 350), (363, 346)]);
}

#[test]
fn of_every_two_conditions_on_three_facts() {
    let facts = [Ask::Claim("t"), Ask::ClaimIs("t", "x"), Ask::Role("a")];
    let shapes = Shapes::of(&facts).deeper();
    let two = |one: Formula| shapes.formulas().map(move |two| vec![one.clone(), two]);
    let policy = |clauses| Policy { clauses, elsewhere: true, ..Policy::default() };
    assert_eq!(each(shapes.formulas().flat_map(two).map(policy)), (324, 300));
}

#[test]
fn of_ten_thousand_larger_ones() {
    let facts = [
        Ask::Role("a"),
        Ask::Role("b"),
        Ask::Role("c"),
        Ask::Claim("t"),
        Ask::ClaimIs("t", "x"),
        Ask::Scheme("x"),
        Ask::Scheme("y"),
    ];
    let mut chance = Chance(1);
    let policies = (0..10_000).map(|_| {
        let mut some = |most: usize, least: usize| -> Vec<Formula> {
            let count = least + chance.below(most + 1 - least);
            (0..count).map(|_| chance.formula(&facts, 3)).collect()
        };
        let (clauses, on) = (some(3, 0), [some(2, 0), some(2, 0)]);
        let on: Vec<_> = on.into_iter().filter(|on| !on.is_empty()).collect();
        let elsewhere = on.is_empty() || chance.below(2) == 0;
        let lists = [None, Some(vec!["x", "y"]), Some(vec!["x", "y", "z"])];
        let schemes = lists[chance.below(lists.len())].clone();
        Policy { clauses, on, elsewhere, schemes }
    });
    assert_eq!(each(policies), (10_000, 9_121));
}
