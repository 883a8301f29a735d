//! What the policies of an instance mean, weighed as a whole: across endpoints, their groups,
//! the policies that are registered, the hierarchy of roles and the schemes. Exact, at any
//! size. Nothing here changes who is let in.
//!
//! rules → atoms (in order) → diagrams, with possible callers → demand → policies, groups, endpoint

mod atoms;
mod conflict;
mod demand;
mod diagrams;
mod endpoint;
mod groups;
mod parts;
mod policies;
mod possible;
mod redundant;
mod told;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::routes::Draft;
use super::schemes::Schemes;
use crate::builder::Named;
use crate::group::Group;
use crate::hierarchy::Hierarchy;
use crate::problem::Problem;
use crate::rule::{Policies, Rule, Text};

use diagrams::{Effort, FEW, MOST};

/// What holds for the whole instance.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    pub(super) policies: &'a Policies,
    pub(super) hierarchy: &'a Hierarchy,
}

/// What was found.
#[derive(Default)]
pub(super) struct Findings {
    /// What is wrong for certain.
    pub(super) problems: Vec<Problem>,
    /// What may be intended.
    pub(super) warnings: Vec<Problem>,
    /// The policies that everybody meets, or nobody.
    pointless: BTreeSet<Text>,
    /// The groups that nobody can enter.
    hopeless: Vec<Group>,
    /// The policies that were given up.
    entangled: BTreeSet<Text>,
    /// How often something was given up.
    given_up: usize,
}

/// Weighs the policies that are registered, the groups, and every endpoint of these routes. What is wrong
/// already is not looked at again.
pub(super) fn weigh(
    drafts: &[Draft],
    registered: &[Named<Rule>],
    world: World<'_>,
    schemes: &Schemes,
    wrong: &[Problem],
) -> Findings {
    let places = wrong.iter().filter_map(Problem::place).collect::<BTreeSet<_>>();
    let mut findings = Findings::default();
    for policy in registered {
        let place = (policy.place.file(), policy.place.line());
        if !places.contains(&place) {
            policies::weigh(policy, world, &mut findings);
        }
    }
    for group in groups::of(drafts) {
        groups::weigh(group, schemes.all().as_deref(), world, &mut findings);
    }
    for drafts in endpoint::together(drafts) {
        let known = |draft: &&Draft| places.contains(&(draft.endpoint.file, draft.endpoint.line));
        if !drafts.iter().any(known) {
            endpoint::weigh(&drafts, world, schemes, &mut findings);
        }
    }
    findings
}

impl Findings {
    /// What the next policy may cost: where many are entangled, the server must start all the
    /// same.
    fn effort(&self) -> Effort {
        Effort::of(if self.given_up < 8 { MOST } else { FEW })
    }

    fn give_up(&mut self, warning: Problem) {
        self.given_up += 1;
        self.warnings.push(warning);
    }
}
