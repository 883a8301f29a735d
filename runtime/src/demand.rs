//! A demand with questions in it that take asking. Pure: it says whether what is known decides,
//! and if not, what to ask next.

use smallvec::SmallVec;

use crate::bits::Bits;
use crate::interner::Interner;
use crate::mask::Mask;
use crate::rule::{Atom, Node, Rule};

/// The open questions up to which is worked out whether an answer can make a difference. Of
/// more the first is asked: once too often is no harm but the time it takes.
const WEIGHED: usize = 8;

/// The rules of a verb, compiled.
#[derive(Debug)]
pub(crate) struct Demand {
    mask: Mask,
    /// The bits of requirements in it, in the order in which they are written.
    questions: Vec<usize>,
}

/// What requirements have answered on a request, by their bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers(SmallVec<[(usize, bool); 2]>);

/// Whether a demand is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Yes,
    No,
    /// That depends on the requirement of this bit.
    Open(usize),
}

impl Answers {
    pub(crate) fn get(&self, bit: usize) -> Option<bool> {
        self.0.iter().find(|(known, _)| *known == bit).map(|(_, answer)| *answer)
    }

    pub(crate) fn remember(&mut self, bit: usize, answer: bool) {
        self.0.push((bit, answer));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Demand {
    /// Compiles rules that must all hold. `None` where that is no sound demand.
    pub(crate) fn compile(rules: &[Rule], interner: &mut Interner) -> Option<Self> {
        let mask = Mask::compile(rules, interner)?;
        let mut questions = Vec::new();
        rules.iter().for_each(|rule| gather(rule, interner, &mut questions));
        Some(Self { mask, questions })
    }

    /// Judges a caller by these names and the answers that were given.
    pub(crate) fn judge(&self, caller: &Bits, answers: &Answers) -> Verdict {
        if self.questions.is_empty() {
            return verdict(self.mask.holds(caller));
        }
        let mut known = caller.clone();
        let mut open = SmallVec::<[usize; WEIGHED]>::new();
        for question in &self.questions {
            match answers.get(*question) {
                Some(true) => known.insert(*question),
                Some(false) => {}
                None => open.push(*question),
            }
        }
        self.weigh(&known, &open)
    }

    fn weigh(&self, known: &Bits, open: &[usize]) -> Verdict {
        let mut all = known.clone();
        open.iter().for_each(|question| all.insert(*question));
        if self.mask.holds_between(known, &all) {
            return Verdict::Yes;
        }
        if !self.mask.holds_between(&all, known) {
            return Verdict::No;
        }
        if open.len() > WEIGHED {
            return open.first().map_or(Verdict::No, |first| Verdict::Open(*first));
        }
        let depends = |question: &&usize| {
            let others = open.iter().filter(|other| other != question).copied();
            let others = others.collect::<SmallVec<[usize; WEIGHED]>>();
            (0..1 << others.len()).any(|answers| {
                let without = with(known, &others, answers);
                self.mask.holds(&without) != self.mask.holds(&with(&without, &[**question], 1))
            })
        };
        match open.iter().find(depends) {
            Some(question) => Verdict::Open(*question),
            None => verdict(self.mask.holds(known)),
        }
    }
}

/// These names, and those of at most [`WEIGHED`] questions whose place is a one in `answers`.
fn with(known: &Bits, questions: &[usize], answers: usize) -> Bits {
    let mut bits = known.clone();
    for (place, question) in questions.iter().enumerate() {
        if answers & (1 << place) != 0 {
            bits.insert(*question);
        }
    }
    bits
}

fn verdict(met: bool) -> Verdict {
    if met { Verdict::Yes } else { Verdict::No }
}

fn gather(rule: &Rule, interner: &mut Interner, questions: &mut Vec<usize>) {
    match &rule.0 {
        Node::Atom(atom @ Atom::Requirement(_)) => {
            let bit = interner.intern(atom);
            if !questions.contains(&bit) {
                questions.push(bit);
            }
        }
        Node::Atom(_) | Node::Policy(_) => {}
        Node::Defined(policy) => gather(&policy.rule, interner, questions),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().for_each(|rule| gather(rule, interner, questions));
        }
    }
}

#[cfg(test)]
mod tests;
