//! Parts of rules that change nothing: left out, exactly the same callers enter.
//!
//! A part matters only for the callers for whom what is joined with it leaves the decision
//! open: those are its `care`. Parts are taken out one after the other, the last one first, and
//! the rest is weighed without them; so all that is told can be left out at once.

use super::demand::Demand;
use super::diagrams::{Diagram, Entangled};
use crate::rule::{Node, Rule};

/// What joins the rules of a list.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Junction {
    All,
    Any,
}

/// Looks for parts.
pub(super) struct Parts<'a, 'd> {
    demand: &'d Demand<'a>,
    /// How deep in the rules the list is: 0 for that of the clauses.
    depth: usize,
    told: Vec<Part>,
}

/// A part that changes nothing.
#[derive(Debug, PartialEq)]
pub(super) struct Part {
    pub(super) rule: Rule,
    /// The clause that it is in; `None` if it is the clause.
    pub(super) clause: Option<Rule>,
}

/// The parts of these clauses that change nothing, the last one first, and who meets what is
/// left. Policies that have names are looked at as a whole.
///
/// INVARIANT: somebody whom `care` is about meets all the clauses.
pub(super) fn parts(
    demand: &Demand<'_>,
    clauses: &[Rule],
    care: &Diagram,
) -> Result<(Vec<Part>, Diagram), Entangled> {
    let mut parts = Parts { demand, depth: 0, told: Vec::new() };
    let left = parts.of_list(clauses, care, Junction::All)?;
    Ok((parts.told, left))
}

impl Parts<'_, '_> {
    /// Who meets what is left of a list.
    fn of_list(
        &mut self,
        rules: &[Rule],
        care: &Diagram,
        junction: Junction,
    ) -> Result<Diagram, Entangled> {
        match rules {
            [] => Ok(self.of_none(junction)),
            [only] => self.of_one(only, care, junction),
            _ => {
                let (left, right) = rules.split_at(rules.len() / 2);
                let first = match junction {
                    Junction::All => self.demand.every(left)?,
                    Junction::Any => self.demand.some(left)?,
                };
                let right = self.of_list(right, &self.open(care, &first, junction)?, junction)?;
                let left = self.of_list(left, &self.open(care, &right, junction)?, junction)?;
                match junction {
                    Junction::All => self.demand.diagrams.and(&left, &right),
                    Junction::Any => self.demand.diagrams.or(&left, &right),
                }
            }
        }
    }

    /// For whom of these the decision is open beside another part.
    fn open(
        &self,
        care: &Diagram,
        other: &Diagram,
        junction: Junction,
    ) -> Result<Diagram, Entangled> {
        match junction {
            Junction::All => self.demand.diagrams.and(care, other),
            Junction::Any => self.demand.diagrams.and_not(care, other),
        }
    }

    fn of_one(
        &mut self,
        rule: &Rule,
        care: &Diagram,
        junction: Junction,
    ) -> Result<Diagram, Entangled> {
        let meets = self.demand.meets(rule)?;
        let changes_nothing = match junction {
            Junction::All => self.demand.diagrams.implies(care, &meets)?,
            Junction::Any => self.demand.diagrams.exclude(care, &meets)?,
        };
        if changes_nothing {
            self.told.push(Part { rule: rule.clone(), clause: None });
            return Ok(self.of_none(junction));
        }
        let told = self.told.len();
        self.depth += 1;
        let left = match &rule.0 {
            Node::All(rules) => self.of_list(rules, care, Junction::All)?,
            Node::Any(rules) => self.of_list(rules, care, Junction::Any)?,
            Node::Neither(rules) => {
                let some = self.of_list(rules, care, Junction::Any)?;
                self.demand.diagrams.not(&some)
            }
            Node::Atom(_) | Node::Policy(_) | Node::Defined(_) => meets,
        };
        self.depth -= 1;
        if self.depth == 0 {
            let inner = self.told.iter_mut().skip(told);
            inner.for_each(|part| part.clause = Some(rule.clone()));
        }
        Ok(left)
    }

    fn of_none(&self, junction: Junction) -> Diagram {
        match junction {
            Junction::All => self.demand.diagrams.everybody(),
            Junction::Any => self.demand.diagrams.nobody(),
        }
    }
}
