//! What the compiler finds, against every caller looked at one by one.

use std::collections::BTreeMap;

use super::accepted::Accepted;
use super::clause::{Subject, Telling};
use super::demand::{Demand, Weighing};
use crate::rule::{Atom, Node, Rule, Scalar, holds};

pub(crate) mod formulas;

use formulas::{Random, all_of_depth_three, atoms, pairs_of_depth_two, random};

/// A caller: what is asked, and whether it is true.
pub(crate) type Caller = Vec<(Atom, bool)>;

/// Everyone there can be, as far as these clauses ask.
pub(crate) fn callers(clauses: &[Rule], accepted: Option<&[&str]>) -> Vec<Caller> {
    let mut asked = Vec::new();
    clauses.iter().for_each(|clause| gather(clause, &mut asked));
    let assignments = (0..1_u32 << asked.len()).map(|bits| {
        let true_of = |(at, _): (usize, &Atom)| bits & (1 << at) != 0;
        asked.iter().enumerate().map(true_of).collect::<Vec<_>>()
    });
    let possible = assignments.filter(|values| can_be(&asked, values, accepted));
    let named = |values: Vec<bool>| asked.iter().cloned().zip(values).collect();
    possible.map(named).collect()
}

fn gather(rule: &Rule, asked: &mut Vec<Atom>) {
    match &rule.0 {
        Node::Atom(atom) if !asked.contains(atom) => asked.push(atom.clone()),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().for_each(|rule| gather(rule, asked));
        }
        Node::Atom(_) | Node::Policy(_) | Node::Defined(_) => {}
    }
}

/// The axioms, as one would say them aloud.
fn can_be(asked: &[Atom], values: &[bool], accepted: Option<&[&str]>) -> bool {
    let of = |wanted: &Atom| {
        asked.iter().position(|atom| atom == wanted).and_then(|at| values.get(at)).copied()
    };
    let present = asked.iter().all(|atom| match atom {
        Atom::ClaimIs(claim, value) if value.0 != Scalar::Text("".into()) => {
            of(atom) != Some(true) || of(&Atom::Claim(claim.clone())) != Some(false)
        }
        _ => true,
    });
    let schemes = asked.iter().filter_map(|atom| match atom {
        Atom::Scheme(name) => Some((name.as_ref(), of(atom) == Some(true))),
        _ => None,
    });
    let schemes = schemes.collect::<BTreeMap<_, _>>();
    let by = schemes.iter().filter(|(_, by)| **by).map(|(name, _)| *name).collect::<Vec<_>>();
    let one_scheme = match (by.as_slice(), accepted) {
        ([], None) | ([_], None) => true,
        // By a scheme that no rule names.
        ([], Some(names)) => names.iter().any(|name| !schemes.contains_key(name)),
        ([only], Some(names)) => names.contains(only),
        _ => false,
    };
    present && one_scheme
}

pub(crate) fn meets(caller: &Caller, rule: &Rule) -> bool {
    let has = |atom: &Atom| caller.iter().any(|(asked, is)| asked == atom && *is);
    holds(rule, &has) == Some(true)
}

fn weighed<'a>(clauses: &'a [Rule], accepted: &Accepted<'_>) -> Weighing<'a> {
    Demand { group: None, own: clauses, further: &[] }.weighed(accepted).unwrap()
}

/// Compares all that is found about these clauses with the definition.
fn compare(clauses: &[Rule], accepted: Option<&[&str]>) {
    let names = accepted.unwrap_or_default();
    let schemes = Accepted::of(names, None);
    let callers = callers(clauses, accepted);
    let shown = || clauses.iter().map(ToString::to_string).collect::<Vec<_>>();
    let anyone = self::callers(clauses, None);
    let met = |clauses: &[&Rule]| {
        let all = |caller: &&Caller| clauses.iter().all(|clause| meets(caller, clause));
        callers.iter().filter(all).collect::<Vec<_>>()
    };
    for (number, clause) in clauses.iter().enumerate() {
        let before = clauses.iter().take(number).collect::<Vec<_>>();
        let with = clauses.iter().take(number + 1).collect::<Vec<_>>();
        let empty = met(&with).is_empty();
        let always = anyone.iter().all(|caller| meets(caller, clause));
        let wrong = !met(&before).is_empty() && (empty || always);
        let weighing = weighed(clauses, &schemes);
        let told = Telling { weighing, texts: &[], subject: Subject::Endpoint("it") }.wrong(number);
        assert_eq!(told.is_some(), wrong, "clause {number} of {:#?}", shown());
    }
    let everyone = met(&clauses.iter().collect::<Vec<_>>());
    let weighing = weighed(clauses, &schemes);
    let implied =
        |number: &usize| weighing.is_sound(*number) && weighing.is_implied_by_others(*number);
    let redundant = (0..clauses.len()).filter(implied).collect::<Vec<_>>();
    let kept = |but: Option<usize>| {
        let kept = clauses.iter().enumerate();
        let kept = kept.filter(|(at, _)| !redundant.contains(at) && Some(*at) != but);
        kept.map(|(_, clause)| clause).collect::<Vec<_>>()
    };
    let sound = |at: &usize| {
        !everyone.is_empty() && anyone.iter().any(|caller| !meets(caller, &clauses[*at]))
    };
    if (0..clauses.len()).all(|at| sound(&at)) {
        assert_eq!(met(&kept(None)), everyone, "too much is called redundant of {:#?}", shown());
        for at in (0..clauses.len()).filter(|at| !redundant.contains(at)) {
            let without = met(&kept(Some(at)));
            assert_ne!(without, everyone, "clause {at} is redundant in {:#?}", shown());
        }
    }
}

#[test]
fn single_clauses_are_judged_as_by_hand() {
    let mut count = 0;
    for formula in all_of_depth_three(&atoms()) {
        compare(std::slice::from_ref(&formula), None);
        compare(&[formula], Some(&["jwt", "cookie"]));
        count += 1;
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn pairs_of_clauses_are_judged_as_by_hand() {
    let mut count = 0;
    for (one, other) in pairs_of_depth_two(&atoms()) {
        compare(&[one, other], Some(&["jwt"]));
        count += 1;
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn larger_policies_are_judged_as_by_hand() {
    let mut chance = Random(7);
    for _ in 0..10_000 {
        let clauses = (0..1 + chance.below(4)).map(|_| random(&mut chance, 4)).collect::<Vec<_>>();
        let accepted: Option<&[&str]> = match chance.below(3) {
            0 => None,
            1 => Some(&["jwt"]),
            _ => Some(&["jwt", "cookie", "key"]),
        };
        compare(&clauses, accepted);
    }
}

#[test]
fn more_than_twelve_names_are_left_to_start_up() {
    let names = (0..13).map(|number| Rule::role(format!("role {number}"))).collect::<Vec<_>>();
    let schemes = Accepted::of(&[], None);
    let weighed = |own| Demand { group: None, own, further: &[] }.weighed(&schemes).is_some();
    assert!(weighed(&names[..12]));
    assert!(!weighed(&names));
}

#[test]
fn what_asks_too_often_is_left_to_start_up() {
    let asking = |times| Rule::any_of((0..times).map(|_| Rule::role("a")));
    let schemes = Accepted::of(&[], None);
    let weighed =
        |rule| Demand { group: None, own: &[rule], further: &[] }.weighed(&schemes).is_some();
    assert!(weighed(asking(1000)));
    assert!(!weighed(asking(1001)));
}
