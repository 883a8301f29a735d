//! The verdict against its definition, over every small rule, caller and state of answers: what
//! the rule's tree says, whatever the open answers will be.

use super::{Answers, Demand, Verdict};
use crate::bits::Bits;
use crate::interner::Interner;
use crate::mask::tests::combinations;
use crate::rule::{Atom, Node, Rule, holds};

const SPOKEN: &str = "a rule of these tests is sound";

fn atoms() -> [Atom; 3] {
    [Atom::Requirement("r".into()), Atom::Role("a".into()), Atom::Requirement("s".into())]
}

/// The atoms of a rule, in the order in which they are written, each once.
fn written(rule: &Rule, order: &mut Vec<Atom>) {
    match &rule.0 {
        Node::Atom(atom) if !order.contains(atom) => order.push(atom.clone()),
        Node::Atom(_) | Node::Policy(_) | Node::Defined(_) => {}
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().for_each(|rule| written(rule, order));
        }
    }
}

/// Whether a rule holds if of the atoms just these are true: a bit for each.
fn met(rule: &Rule, truth: usize) -> bool {
    let is_true = |atom: &Atom| {
        let place = atoms().iter().position(|other| other == atom);
        place.is_some_and(|place| truth & (1 << place) != 0)
    };
    holds(rule, &is_true).expect(SPOKEN)
}

/// What is still to be asked, said aloud: the first question in the rule on which it depends,
/// given some answers to the others that are open.
fn spoken(rule: &Rule, truth: usize, open: usize) -> Result<bool, Atom> {
    let possible = || (0..8).filter(|other| other & !open == truth & !open);
    let mut order = Vec::new();
    written(rule, &mut order);
    let undecided = order.into_iter().find(|atom| {
        let place = 1 << atoms().iter().position(|other| other == atom).expect(SPOKEN);
        open & place != 0 && possible().any(|it| met(rule, it) != met(rule, it ^ place))
    });
    undecided.map_or_else(|| Ok(met(rule, truth)), Err)
}

/// Compares over all callers and all states of the answers; tells how many were open.
fn compare(rule: &Rule) -> usize {
    let mut interner = Interner::default();
    let demand = Demand::compile(std::slice::from_ref(rule), &mut interner).expect(SPOKEN);
    let bits = atoms().map(|atom| interner.intern(&atom));
    let mut left_open = 0;
    for truth in 0..8 {
        for open in [0, 0b001, 0b100, 0b101] {
            let (mut caller, mut answers) = (Bits::default(), Answers::default());
            for (place, bit) in bits.into_iter().enumerate() {
                let is_true = truth & (1 << place) != 0;
                match (place, open & (1 << place) != 0) {
                    (1, _) if is_true => caller.insert(bit),
                    (1, _) | (_, true) => {}
                    (_, false) => answers.remember(bit, is_true),
                }
            }
            let verdict = match spoken(rule, truth, open) {
                Ok(true) => Verdict::Yes,
                Ok(false) => Verdict::No,
                Err(atom) => Verdict::Open(interner.intern(&atom)),
            };
            assert_eq!(demand.judge(&caller, &answers), verdict, "{rule} {truth:b} {open:b}");
            left_open += usize::from(matches!(verdict, Verdict::Open(_)));
        }
    }
    left_open
}

#[test]
fn what_is_known_decides_where_it_can_and_else_the_first_that_matters_is_asked() {
    let single = atoms().into_iter().map(|atom| Rule(Node::Atom(atom))).collect::<Vec<_>>();
    let mut flat = combinations(&single, 2);
    flat.extend(single);
    let nested = combinations(&flat, 2);
    assert!(nested.len() > 4_000, "{}", nested.len());
    let left_open = flat.iter().chain(&nested).map(compare).sum::<usize>();
    assert!(left_open > nested.len(), "{left_open}");
}

#[test]
fn however_many_questions_are_open_none_counts_as_answered() {
    let names = (0..200).map(|number| format!("{number}"));
    let asked = |name: String| Rule(Node::Atom(Atom::Requirement(name.into())));
    let requirements = names.map(asked).collect::<Vec<_>>();
    let connectives: [fn(Vec<Rule>) -> Rule; 3] =
        [|rules| Rule::all_of(rules), |rules| Rule::any_of(rules), |rules| !Rule::any_of(rules)];
    for rule in connectives.map(|connective| connective(requirements.clone())) {
        let mut interner = Interner::default();
        let demand = Demand::compile(&[rule], &mut interner).expect(SPOKEN);
        let first = interner.requirement("0").expect(SPOKEN);
        let verdict = demand.judge(&Bits::default(), &Answers::default());
        assert_eq!(verdict, Verdict::Open(first));
    }
}

#[test]
fn many_questions_are_asked_no_more_than_once_each_and_decide_the_same() {
    let requirements =
        (0..12).map(|number| Rule(Node::Atom(Atom::Requirement(format!("{number}").into()))));
    let requirements = requirements.collect::<Vec<_>>();
    let rule = Rule::role("a") & Rule::any_of(requirements);
    let mut interner = Interner::default();
    let demand = Demand::compile(&[rule], &mut interner).expect(SPOKEN);
    let mut caller = Bits::default();
    assert_eq!(demand.judge(&caller, &Answers::default()), Verdict::No);
    caller.insert(interner.intern(&Atom::Role("a".into())));
    for yes in 0..=12 {
        let mut answers = Answers::default();
        let mut asked = 0;
        let verdict = loop {
            match demand.judge(&caller, &answers) {
                Verdict::Open(bit) => {
                    assert_eq!(answers.get(bit), None);
                    answers.remember(bit, asked == yes);
                    asked += 1;
                }
                verdict => break verdict,
            }
        };
        let met = if yes < 12 { Verdict::Yes } else { Verdict::No };
        assert_eq!((verdict, asked), (met, 12.min(yes + 1)));
    }
}
