//! What is pointless in what an endpoint demands, told at its attribute.

use super::conflict::{conflict, explain, pieces};
use super::demand::Demand;
use super::diagrams::{Diagram, Entangled};
use super::told::{beyond, is_about};
use super::{Findings, World};
use crate::decision::Access;
use crate::endpoint::{Endpoint, Notice};
use crate::rule::Rule;
use crate::startup::routes::Draft;
use crate::startup::schemes::Schemes;
use crate::verb::Verb;

/// The routes of each endpoint.
pub(super) fn together(drafts: &[Draft]) -> Vec<Vec<&Draft>> {
    let mut all = drafts.iter().collect::<Vec<_>>();
    let address = |draft: &&Draft| std::ptr::from_ref(draft.endpoint).addr();
    all.sort_by_key(address);
    let alike = |one: &&Draft, other: &&Draft| address(one) == address(other);
    let mut endpoints = all.chunk_by(alike).map(<[_]>::to_vec).collect::<Vec<_>>();
    let place = |drafts: &Vec<&Draft>| {
        drafts.first().map(|draft| (draft.endpoint.file, draft.endpoint.line))
    };
    endpoints.sort_by_key(place);
    endpoints
}

/// Weighs one endpoint on every verb that is not anonymous.
pub(super) fn weigh(
    drafts: &[&Draft],
    world: World<'_>,
    schemes: &Schemes,
    findings: &mut Findings,
) {
    let Some(weighed) = Weighed::of(drafts, world, schemes) else { return };
    if weighed.weigh(findings).is_err() {
        let endpoint = weighed.endpoint;
        // A policy that is entangled is told where it is registered.
        let told = |name: &str| findings.entangled.contains(name);
        if endpoint.all_rules().any(|rule| is_about(rule, &told)) {
            return;
        }
        findings.give_up(endpoint.problem(format!(
            "what {endpoint} demands is too entangled to be weighed: whether it can be met, and \
             whether each part of it matters, is not known; it is judged exactly all the same"
        )));
    }
}

/// An endpoint, with what its policy depends on.
pub(super) struct Weighed<'a> {
    pub(super) endpoint: &'static Endpoint,
    /// The routes that are not anonymous.
    guarded: Vec<&'a Draft>,
    /// Whether no route is anonymous.
    is_guarded: bool,
    accepted: Option<Vec<&'a str>>,
    /// What its groups demand.
    pub(super) groups: Vec<Rule>,
    world: World<'a>,
}

impl<'a> Weighed<'a> {
    fn of(drafts: &[&'a Draft], world: World<'a>, schemes: &'a Schemes) -> Option<Self> {
        let guarded = drafts.iter().filter(|draft| matches!(draft.access, Access::Guarded(_)));
        let guarded = guarded.copied().collect::<Vec<_>>();
        let endpoint = guarded.first()?.endpoint;
        let groups = endpoint.groups().flat_map(|group| group.rules).cloned().collect();
        let is_guarded = guarded.len() == drafts.len();
        let accepted = schemes.accepted(endpoint);
        Some(Self { endpoint, guarded, is_guarded, accepted, groups, world })
    }

    fn weigh(&self, findings: &mut Findings) -> Result<(), Entangled> {
        let on = self.on().flat_map(|(_, rules)| rules);
        let rules = self.groups.iter().chain(self.endpoint.rules).chain(on);
        let accepted = self.accepted.as_deref();
        let demand = Demand::of(rules, accepted, self.world, findings.effort())?;
        let grouped = demand.diagrams.and(&demand.possible, &demand.every(&self.groups)?)?;
        let own = demand.every(self.endpoint.rules)?;
        let base = demand.diagrams.and(&grouped, &own)?;
        let before = findings.problems.len();
        self.tell_demanding_nothing(&demand, findings)?;
        if base.is_nobody() {
            return self.tell_nobody(&demand, None, findings);
        }
        for (verb, rules) in self.on() {
            if demand.diagrams.exclude(&base, &demand.every(rules)?)? {
                self.tell_nobody(&demand, Some(verb), findings)?;
            }
        }
        self.tell_useless_schemes(&demand, &base, findings)?;
        if findings.problems.len() == before && !self.endpoint.accept.contains(&Notice::Redundant) {
            self.tell_parts(&demand, &grouped, findings)?;
        }
        Ok(())
    }

    /// What is demanded on single verbs besides, if they are not anonymous.
    pub(super) fn on(&self) -> impl Iterator<Item = (Verb, &'static [Rule])> {
        let is_guarded = |verb| self.guarded.iter().any(|draft| draft.verb == verb);
        self.endpoint.on.iter().copied().filter(move |(verb, _)| is_guarded(*verb))
    }

    fn tell_demanding_nothing(
        &self,
        demand: &Demand<'_>,
        findings: &mut Findings,
    ) -> Result<(), Entangled> {
        let endpoint = self.endpoint;
        for rule in endpoint.rules.iter().chain(self.on().flat_map(|(_, rules)| rules)) {
            let always = demand.diagrams.implies(&demand.possible, &demand.meets(rule)?)?;
            if always && !is_about(rule, &|name| findings.pointless.contains(name)) {
                let beyond = beyond([rule], self.world);
                findings.problems.push(endpoint.problem(format!(
                    "`{rule}` of {endpoint} demands nothing: every caller meets it; remove it, \
                     or change the policy{beyond}"
                )));
            }
        }
        Ok(())
    }

    fn tell_nobody(
        &self,
        demand: &Demand<'_>,
        verb: Option<Verb>,
        findings: &mut Findings,
    ) -> Result<(), Entangled> {
        let mut rules = self.groups.clone();
        rules.extend_from_slice(self.endpoint.rules);
        let on = self.on().filter(|(on, _)| Some(*on) == verb);
        rules.extend(on.flat_map(|(_, rules)| rules).cloned());
        if self
            .endpoint
            .group
            .is_some_and(|own| findings.hopeless.iter().any(|group| own.is_in(*group)))
        {
            return Ok(());
        }
        let needed = conflict(demand, &rules)?;
        // A policy that nobody meets is told where it is registered.
        if matches!(&needed[..], [rule] if is_about(rule, &|name| findings.pointless.contains(name)))
        {
            return Ok(());
        }
        let endpoint = self.endpoint;
        let routes = match verb {
            None if self.is_guarded => String::new(),
            _ => format!(" ({})", self.routes(verb)),
        };
        let why = explain(&needed, self.accepted.as_deref(), self.world) + &self.of_groups(&needed);
        let beyond = beyond(&rules, self.world);
        findings
            .problems
            .push(endpoint.problem(format!("nobody can enter {endpoint}{routes}: {why}{beyond}")));
        Ok(())
    }

    /// Which of these rules it is that groups demand.
    fn of_groups(&self, rules: &[Rule]) -> String {
        let mut text = String::new();
        for group in self.endpoint.groups() {
            let demanded = pieces(group.rules);
            for rule in rules.iter().filter(|rule| demanded.contains(rule)) {
                text += &format!("; the group `{}` demands `{rule}`", group.name);
            }
        }
        text
    }

    /// The routes of one verb, or of all that are not anonymous.
    pub(super) fn routes(&self, verb: Option<Verb>) -> String {
        let routes = self.guarded.iter().filter(|draft| verb.is_none_or(|it| it == draft.verb));
        let routes = routes.map(|draft| format!("`{} {}`", draft.verb, draft.path));
        routes.collect::<Vec<_>>().join(", ")
    }

    /// Those by which nobody can enter on any verb, although somebody can enter. On an anonymous
    /// verb each is of use: it tells who is calling.
    fn tell_useless_schemes(
        &self,
        demand: &Demand<'_>,
        base: &Diagram,
        findings: &mut Findings,
    ) -> Result<(), Entangled> {
        if !self.is_guarded {
            return Ok(());
        }
        let mut entering = Vec::new();
        for draft in &self.guarded {
            let on = self.on().filter(|(verb, _)| *verb == draft.verb);
            let on = on.flat_map(|(_, rules)| rules).cloned().collect::<Vec<_>>();
            let enters = demand.diagrams.and(base, &demand.every(&on)?)?;
            if !enters.is_nobody() && !entering.contains(&enters) {
                entering.push(enters);
            }
        }
        if entering.is_empty() {
            return Ok(());
        }
        for scheme in self.accepted.iter().flatten() {
            let by = demand.by_scheme(scheme)?;
            let mut useless = true;
            for enters in &entering {
                useless &= demand.diagrams.exclude(enters, &by)?;
            }
            if useless {
                let endpoint = self.endpoint;
                findings.problems.push(endpoint.problem(format!(
                    "nobody can enter {endpoint} by the scheme `{scheme}`: what is demanded \
                     forbids it; remove the scheme, or change the policy"
                )));
            }
        }
        Ok(())
    }
}
