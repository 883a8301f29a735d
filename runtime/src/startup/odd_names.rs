//! Names that nobody could have: empty, with blanks around them, or no scope at all. The compiler
//! refuses them where it sees them; these came from constants and from rules made at start-up.
//! Each is told where it is asked for: at the endpoint, the group or the policy.

use std::collections::BTreeSet;

use super::names::fault;
use crate::builder::Named;
use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::rule::{Atom, Definition, Node, Rule};

/// File and line, from 1.
type Place = (&'static str, u32);

/// Those of endpoints, their groups and the policies by path that they use.
pub(super) fn check_endpoints<'a>(
    endpoints: impl IntoIterator<Item = &'a &'static Endpoint>,
    problems: &mut Vec<Problem>,
) {
    for endpoint in endpoints {
        let further = endpoint.on.iter().flat_map(|(_, rules)| *rules);
        let mut asked = Asked::default();
        endpoint.rules.iter().chain(further).for_each(|rule| asked.gather(rule));
        asked.names.extend(endpoint.schemes);
        asked.tell(&endpoint.to_string(), (endpoint.file, endpoint.line), problems);
        for group in endpoint.groups() {
            let mut asked = Asked::default();
            group.rules.iter().for_each(|rule| asked.gather(rule));
            asked.names.extend(group.schemes);
            let user = format!("the group `{}`", group.name);
            asked.tell(&user, (group.file, group.line), problems);
        }
    }
}

/// Those of policies that are registered by name, and of the policies by path that they use.
pub(super) fn check_policies(policies: &[Named<Rule>], problems: &mut Vec<Problem>) {
    for Named { name, value, place } in policies {
        let mut asked = Asked::default();
        asked.gather(value);
        asked.tell(&format!("the policy `{name}`"), (place.file(), place.line()), problems);
    }
}

/// What some rules ask for.
#[derive(Default)]
struct Asked<'a> {
    names: BTreeSet<&'a str>,
    scopes: BTreeSet<&'a str>,
    policies: Vec<&'static Definition>,
}

impl<'a> Asked<'a> {
    fn gather(&mut self, rule: &'a Rule) {
        match &rule.0 {
            Node::Atom(Atom::Scope(name)) => {
                self.scopes.insert(name);
            }
            Node::Atom(atom) => {
                self.names.insert(atom.name());
            }
            Node::Policy(name) => {
                self.names.insert(name);
            }
            Node::Defined(policy) => self.policies.push(policy),
            Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
                rules.iter().for_each(|rule| self.gather(rule));
            }
        }
    }

    /// Tells each once. `user` is who asks for them, as messages call it.
    fn tell(&self, user: &str, (file, line): Place, problems: &mut Vec<Problem>) {
        let names = self.names.iter().filter_map(|name| Some((name, fault(name)?)));
        let scopes = self.scopes.iter().filter_map(|name| Some((name, fault_of_scope(name)?)));
        problems.extend(names.chain(scopes).map(|(name, fault)| {
            let message = format!("{user} asks for the name {name:?}, which {fault}");
            Problem::new(message).at(file, line)
        }));
        // A policy that is an item is to blame itself.
        for policy in &self.policies {
            let mut asked = Asked::default();
            asked.gather(&policy.rule);
            let user = format!("the policy `{}`", policy.name);
            asked.tell(&user, (policy.file, policy.line), problems);
        }
    }
}

/// RFC 6749 §3.3: `scope-token = 1*( %x21 / %x23-5B / %x5D-7E )`.
fn fault_of_scope(name: &str) -> Option<&'static str> {
    let belongs = |character| matches!(character, '\x21' | '\x23'..='\x5B' | '\x5D'..='\x7E');
    let strange = !name.chars().all(belongs);
    let strange = strange.then_some("has a character that no scope can have (RFC 6749 §3.3)");
    fault(name).or(strange)
}
