//! A rule compiled to masks over an instance's bits. Says the same as the rule's tree, which
//! stays the definition.

use crate::bits::Bits;
use crate::interner::Interner;
use crate::rule::{Node, Rule};

/// One compiled rule.
#[derive(Debug, PartialEq)]
pub(crate) enum Mask {
    /// Every part holds.
    All(Parts),
    /// At least one part holds.
    Any(Parts),
}

/// The parts of a demand.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Parts {
    /// Names to have.
    held: Bits,
    /// Names not to have.
    lacking: Bits,
    /// What is no single name.
    nested: Vec<Mask>,
}

impl Mask {
    /// Whether a caller with these bits meets the demand. An empty demand is never met.
    pub(crate) fn holds(&self, caller: &Bits) -> bool {
        self.holds_between(caller, caller)
    }

    /// The same where not all is known of a caller: with the bits that are `held` for sure and
    /// those that are perhaps held, whether the demand is met for sure; the other way round,
    /// whether it is perhaps. That is exact for each name by itself; two places that ask for
    /// the same name are not seen to be one.
    pub(crate) fn holds_between(&self, held: &Bits, not_lacking: &Bits) -> bool {
        let nested = |mask: &Self| mask.holds_between(held, not_lacking);
        match self {
            Self::All(parts) => {
                !parts.is_empty()
                    && held.covers(&parts.held)
                    && !not_lacking.meets(&parts.lacking)
                    && parts.nested.iter().all(nested)
            }
            Self::Any(parts) => {
                held.meets(&parts.held)
                    || !not_lacking.covers(&parts.lacking)
                    || parts.nested.iter().any(nested)
            }
        }
    }

    /// Compiles rules that must all hold. `None` where that is no sound demand, as in
    /// [`holds`](crate::rule::holds).
    pub(crate) fn compile(rules: &[Rule], interner: &mut Interner) -> Option<Self> {
        gather(rules, true, interner).map(Self::All)
    }
}

/// Compiles what must be (`wanted`) or must not be, so that no mask needs a `not`.
fn compile(rule: &Rule, wanted: bool, interner: &mut Interner) -> Option<Mask> {
    match (&rule.0, wanted) {
        (Node::Policy(_), _) => None,
        (Node::Defined(policy), _) => compile(&policy.rule, wanted, interner),
        (Node::Atom(atom), _) => {
            let mut parts = Parts::default();
            let side = if wanted { &mut parts.held } else { &mut parts.lacking };
            side.insert(interner.intern(atom));
            Some(Mask::All(parts))
        }
        (Node::All(rules), true) => gather(rules, true, interner).map(Mask::All),
        (Node::All(rules), false) => gather(rules, false, interner).map(Mask::Any),
        (Node::Any(rules), true) => gather(rules, true, interner).map(Mask::Any),
        (Node::Any(rules), false) => gather(rules, false, interner).map(Mask::All),
        (Node::Neither(rules), true) => gather(rules, false, interner).map(Mask::All),
        (Node::Neither(rules), false) => gather(rules, true, interner).map(Mask::Any),
    }
}

fn gather(rules: &[Rule], wanted: bool, interner: &mut Interner) -> Option<Parts> {
    let mut parts = Parts::default();
    for rule in rules {
        parts.take(compile(rule, wanted, interner)?);
    }
    (!parts.is_empty()).then_some(parts)
}

impl Parts {
    fn is_empty(&self) -> bool {
        self.held.is_empty() && self.lacking.is_empty() && self.nested.is_empty()
    }

    /// Adds a part; a single name joins the bits, whatever joins the parts.
    fn take(&mut self, mask: Mask) {
        match mask {
            Mask::All(single) if single.is_single_name() => {
                self.held.extend(&single.held);
                self.lacking.extend(&single.lacking);
            }
            nested => self.nested.push(nested),
        }
    }

    fn is_single_name(&self) -> bool {
        self.nested.is_empty() && self.held.len() + self.lacking.len() == 1
    }
}

#[cfg(test)]
pub(crate) mod tests;
