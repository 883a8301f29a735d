//! What is pointless in what a group demands, told once, where the group stands.

use super::conflict::{conflict, explain};
use super::demand::Demand;
use super::diagrams::Entangled;
use super::told::{beyond, is_about};
use super::{Findings, World};
use crate::group::{Group, Grouping};
use crate::problem::Problem;
use crate::rule::Rule;
use crate::startup::routes::Draft;

/// The groups of these routes, each once, the outer ones first.
pub(super) fn of(drafts: &[Draft]) -> Vec<Group> {
    let mut groups = Vec::<Group>::new();
    for group in drafts.iter().filter_map(|draft| draft.endpoint.group) {
        let mut chain = vec![group];
        while let Some(parent) = chain.last().and_then(|group| group.grouping().parent) {
            chain.push(parent);
        }
        while let Some(group) = chain.pop() {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
    }
    groups
}

/// Weighs a group with those around it, for callers of every scheme. One that is too entangled
/// is told at its endpoints.
pub(super) fn weigh(
    group: Group,
    accepted: Option<&[&str]>,
    world: World<'_>,
    findings: &mut Findings,
) {
    let pointless = findings.hopeless.iter().any(|outer| group.is_in(*outer));
    if !pointless && try_weigh(group, accepted, world, findings).is_err() {
        findings.given_up += 1;
    }
}

fn try_weigh(
    group: Group,
    accepted: Option<&[&str]>,
    world: World<'_>,
    findings: &mut Findings,
) -> Result<(), Entangled> {
    let grouping = group.grouping();
    let rules = group.chain().flat_map(|group| group.rules).cloned().collect::<Vec<_>>();
    let demand = Demand::of(&rules, accepted, world, findings.effort())?;
    for rule in grouping.rules {
        let always = demand.diagrams.implies(&demand.possible, &demand.meets(rule)?)?;
        if always && !is_about(rule, &|name| findings.pointless.contains(name)) {
            findings.problems.push(at(
                grouping,
                format!(
                    "`{rule}` of the group `{}` demands nothing: every caller meets it; remove \
                     it, or change the policy{}",
                    grouping.name,
                    beyond([rule], world)
                ),
            ));
        }
    }
    if demand.diagrams.exclude(&demand.possible, &demand.every(&rules)?)? {
        findings.hopeless.push(group);
        let needed: Vec<Rule> = conflict(&demand, &rules)?;
        let about = |rule| is_about(rule, &|name| findings.pointless.contains(name));
        if !(needed.len() == 1 && needed.iter().all(about)) {
            findings.problems.push(at(
                grouping,
                format!(
                    "nobody can enter the group `{}`: {}{}",
                    grouping.name,
                    explain(&needed, accepted, world),
                    beyond(&rules, world)
                ),
            ));
        }
    }
    Ok(())
}

fn at(group: &Grouping, message: String) -> Problem {
    Problem::new(message).at(group.file, group.line)
}
