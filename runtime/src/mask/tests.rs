//! The masks against the tree, over every small rule and every caller.

use super::Mask;
use crate::bits::Bits;
use crate::interner::Interner;
use crate::rule::{Atom, Node, Rule, holds};

fn atoms() -> Vec<Atom> {
    vec![Atom::Role("a".into()), Atom::ClaimIs("b".into(), true.into()), Atom::Scope("c".into())]
}

/// Every list of one to `longest` of these rules, under every connective.
pub(crate) fn combinations(rules: &[Rule], longest: usize) -> Vec<Rule> {
    let mut lists = rules.iter().map(|rule| vec![rule.clone()]).collect::<Vec<_>>();
    let mut last = lists.clone();
    for _ in 1..longest {
        let longer = last.iter().flat_map(|list| {
            rules.iter().map(move |rule| [list.as_slice(), std::slice::from_ref(rule)].concat())
        });
        last = longer.collect();
        lists.extend(last.iter().cloned());
    }
    let connectives = [Node::All, Node::Any, Node::Neither];
    let under = |list: Vec<Rule>| connectives.map(|of| Rule(of(list.clone().into())));
    lists.into_iter().flat_map(under).collect()
}

fn assert_same(rule: &Rule) {
    let mut interner = Interner::default();
    let mask = Mask::compile(std::slice::from_ref(rule), &mut interner);
    for caller in 0_u8..8 {
        let held = atoms().into_iter().enumerate().filter(|(at, _)| caller & (1 << at) != 0);
        let held = held.map(|(_, atom)| atom).collect::<Vec<_>>();
        let mut bits = Bits::default();
        held.iter().for_each(|atom| bits.insert(interner.intern(atom)));
        let tree = holds(rule, &|atom| held.contains(atom));
        let masked = mask.as_ref().map(|mask| mask.holds(&bits));
        assert_eq!(masked, tree, "{rule} for {held:?}");
    }
}

#[test]
fn masks_say_what_the_tree_says() {
    let single = atoms().into_iter().map(|atom| Rule(Node::Atom(atom))).collect::<Vec<_>>();
    let mut flat = combinations(&single, 3);
    flat.extend(single);
    flat.iter().for_each(assert_same);
    let nested = combinations(&flat, 2);
    assert!(nested.len() > 40_000);
    nested.iter().for_each(assert_same);
    // Every hundredth of these, three levels deep.
    let deep = nested.iter().step_by(100).cloned().collect::<Vec<_>>();
    combinations(&deep, 2).iter().step_by(10).for_each(assert_same);
}

#[test]
fn an_empty_demand_is_never_met_wherever_it_stands() {
    let a = || Rule::role("a");
    for empty in [Rule::all_of([]), Rule::any_of([]), !Rule::any_of([]), !Rule::all_of([])] {
        for rule in [empty.clone(), a() | empty.clone(), a() & empty.clone(), !(a() & empty)] {
            assert_eq!(Mask::compile(std::slice::from_ref(&rule), &mut Interner::default()), None);
            assert_eq!(holds(&rule, &|_| true), None, "{rule}");
            assert_eq!(holds(&rule, &|_| false), None, "{rule}");
        }
    }
    assert!(!Mask::All(super::Parts::default()).holds(&Bits::default()));
    assert!(!Mask::Any(super::Parts::default()).holds(&Bits::default()));
}
