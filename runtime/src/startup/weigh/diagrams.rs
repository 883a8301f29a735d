//! Decision diagrams of bounded size: who, of all callers, meets something.

use std::cell::Cell;

use biodivine_lib_bdd::{Bdd, BddVariable, BddVariableSet, op_function};

/// Steps that one policy may cost. An ordinary one takes a few hundred.
pub(super) const MOST: usize = 4_000_000;

/// Steps that one policy may cost where many were given up already.
pub(super) const FEW: usize = 20_000;

/// Nodes of one diagram.
const MOST_NODES: usize = 20_000;

/// Variables of one diagram. The crate has no more than 65,533.
const MOST_VARIABLES: usize = 20_000;

/// A diagram grew beyond all bounds: the policy is too entangled to be weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entangled;

/// Steps that are left.
pub(super) struct Effort(Cell<usize>);

/// Makes diagrams over a number of variables.
pub(super) struct Diagrams {
    variables: Vec<BddVariable>,
    set: BddVariableSet,
    effort: Effort,
}

/// Some of the callers. Of one and the same set there is one diagram.
#[derive(Clone, PartialEq)]
pub(super) struct Diagram(Bdd);

impl Effort {
    pub(super) fn of(steps: usize) -> Self {
        Self(Cell::new(steps))
    }

    fn spend(&self, steps: usize) -> Result<(), Entangled> {
        let left = self.0.get().checked_sub(steps).ok_or(Entangled)?;
        self.0.set(left);
        Ok(())
    }
}

impl Diagrams {
    pub(super) fn new(variables: usize, effort: Effort) -> Result<Self, Entangled> {
        let few = Some(variables).filter(|count| *count <= MOST_VARIABLES).ok_or(Entangled)?;
        let set = BddVariableSet::new_anonymous(u16::try_from(few).map_err(|_| Entangled)?);
        Ok(Self { variables: set.variables(), set, effort })
    }

    pub(super) fn everybody(&self) -> Diagram {
        Diagram(self.set.mk_true())
    }

    pub(super) fn nobody(&self) -> Diagram {
        Diagram(self.set.mk_false())
    }

    /// Those for whom a variable is true; nobody, if there is no such variable.
    pub(super) fn variable(&self, number: usize) -> Diagram {
        let variable = self.variables.get(number);
        variable.map_or_else(|| self.nobody(), |variable| Diagram(self.set.mk_var(*variable)))
    }

    pub(super) fn and(&self, one: &Diagram, other: &Diagram) -> Result<Diagram, Entangled> {
        self.join(one, other, op_function::and)
    }

    pub(super) fn or(&self, one: &Diagram, other: &Diagram) -> Result<Diagram, Entangled> {
        self.join(one, other, op_function::or)
    }

    /// Those of the one who are not of the other.
    pub(super) fn and_not(&self, one: &Diagram, other: &Diagram) -> Result<Diagram, Entangled> {
        self.join(one, other, op_function::and_not)
    }

    pub(super) fn not(&self, one: &Diagram) -> Diagram {
        Diagram(one.0.not())
    }

    /// Whether all of the one are of the other.
    pub(super) fn implies(&self, one: &Diagram, other: &Diagram) -> Result<bool, Entangled> {
        Ok(!self.meet(one, other, op_function::and_not)?)
    }

    /// Whether nobody is of both.
    pub(super) fn exclude(&self, one: &Diagram, other: &Diagram) -> Result<bool, Entangled> {
        Ok(!self.meet(one, other, op_function::and)?)
    }

    fn join(&self, one: &Diagram, other: &Diagram, how: Operator) -> Result<Diagram, Entangled> {
        // A small result may take many steps, which the crate bounds only where it makes none.
        if one.0.size().saturating_mul(other.0.size()) > MOST_NODES {
            self.meet(one, other, how)?;
        } else {
            self.effort.spend(one.0.size() + other.0.size())?;
        }
        let joined = Bdd::binary_op_with_limit(MOST_NODES, &one.0, &other.0, how);
        joined.map(Diagram).ok_or(Entangled)
    }

    /// Whether there is anybody in what this makes of the two.
    fn meet(&self, one: &Diagram, other: &Diagram, how: Operator) -> Result<bool, Entangled> {
        let left = self.effort.0.get();
        let met = Bdd::check_binary_op(left, &one.0, &other.0, how);
        let (anybody, steps) = met.ok_or(Entangled)?;
        self.effort.spend(steps)?;
        Ok(anybody)
    }
}

type Operator = fn(Option<bool>, Option<bool>) -> Option<bool>;

impl Diagram {
    pub(super) fn is_nobody(&self) -> bool {
        self.0.is_false()
    }
}
