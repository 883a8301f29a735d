//! Clauses of an endpoint, and parts of them, that change nothing: warnings at its attribute.

use super::Findings;
use super::conflict::{implying, joined};
use super::demand::Demand;
use super::diagrams::{Diagram, Entangled};
use super::endpoint::Weighed;
use super::parts::{Part, parts};
use super::told::{by_clause, change_nothing};
use crate::rule::Rule;

impl Weighed<'_> {
    /// Clauses, and parts of clauses, that change nothing: on every verb, or on that of an `on`.
    pub(super) fn tell_parts(
        &self,
        demand: &Demand<'_>,
        grouped: &Diagram,
        findings: &mut Findings,
    ) -> Result<(), Entangled> {
        let mut kept = self.groups.clone();
        kept.extend_from_slice(self.endpoint.rules);
        let (told, left) = parts(demand, self.endpoint.rules, grouped)?;
        self.tell_told(demand, &mut kept, told, "", findings)?;
        let care = demand.diagrams.and(grouped, &left)?;
        for (verb, rules) in self.on() {
            let (told, _) = parts(demand, rules, &care)?;
            let mut kept = [&kept, rules].concat();
            let on = format!(" on {}", self.routes(Some(verb)));
            self.tell_told(demand, &mut kept, told, &on, findings)?;
        }
        Ok(())
    }

    /// Tells parts, and takes clauses among them out of those that are kept.
    fn tell_told(
        &self,
        demand: &Demand<'_>,
        kept: &mut Vec<Rule>,
        told: Vec<Part>,
        on: &str,
        findings: &mut Findings,
    ) -> Result<(), Entangled> {
        let endpoint = self.endpoint;
        for Part { rule, .. } in told.iter().filter(|part| part.clause.is_none()) {
            // Of two that are the same it is the later one.
            if let Some(at) = kept.iter().rposition(|other| other == rule) {
                kept.remove(at);
            }
        }
        for (clause, rules) in by_clause(told) {
            let what = change_nothing(&rules);
            let message = match (clause, &rules[..]) {
                (None, [rule]) => {
                    let others = joined(&implying(demand, kept, rule)?);
                    format!(
                        "{what} in {endpoint}{on}: `{others}` implies it; remove it, or write \
                         `accept(redundant)`"
                    )
                }
                (clause, _) => {
                    let clause =
                        clause.map_or_else(String::new, |clause| format!("`{clause}` of "));
                    format!(
                        "{what} in {clause}{endpoint}{on}; leave out what is not needed, or \
                         write `accept(redundant)`"
                    )
                }
            };
            findings.warnings.push(endpoint.problem(message));
        }
        Ok(())
    }
}
