//! Names outside the vocabularies that the program declares. A kind of which no vocabulary
//! exists is not looked at.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::names::hint;
use crate::builder::{Named, Relation, RoleCall};
use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::registry::{TYPED, VOCABULARIES};
use crate::rule::{Atom, Definition, Node, Rule, Text};
use crate::vocabulary::{Kind, Vocabulary};

/// The names of the program, kind by kind, each with the vocabulary that declares it.
pub(super) struct Vocabularies(BTreeMap<Kind, BTreeMap<&'static str, &'static Vocabulary>>);

/// File and line, from 1.
type Place = (&'static str, u32);

impl Vocabularies {
    /// Those that the linker has found. Two that give one name are told.
    pub(super) fn linked(problems: &mut Vec<Problem>) -> Self {
        let mut vocabularies = VOCABULARIES.iter().copied().collect::<Vec<_>>();
        // The linker's order is nobody's order.
        vocabularies.sort_by_key(|it| (it.module, it.file, it.line, it.name));
        let mut kinds = BTreeMap::<_, BTreeMap<_, &Vocabulary>>::new();
        for vocabulary in vocabularies {
            let known = kinds.entry(vocabulary.kind).or_default();
            for name in vocabulary.names {
                match known.get(name) {
                    Some(first) => problems.push(twice(name, first, vocabulary)),
                    None => {
                        known.insert(*name, vocabulary);
                    }
                }
            }
        }
        Self(kinds)
    }

    /// The names of endpoints and their groups: in `roles(…)` and its kin, in `require(…)` and in
    /// `on(…)`.
    pub(super) fn check_endpoints<'a>(
        &self,
        endpoints: impl IntoIterator<Item = &'a &'static Endpoint>,
        problems: &mut Vec<Problem>,
    ) {
        for endpoint in endpoints {
            let further = endpoint.on.iter().flat_map(|(_, rules)| *rules);
            let rules = endpoint.rules.iter().chain(further);
            let place = (endpoint.file, endpoint.line);
            self.check_rules(rules, &endpoint.to_string(), place, problems);
            for group in endpoint.groups() {
                let (user, place) =
                    (format!("the group `{}`", group.name), (group.file, group.line));
                self.check_rules(group.rules, &user, place, problems);
            }
        }
    }

    /// The names of types that these endpoints take, and that are made of the caller.
    pub(super) fn check_typed<'a>(
        &self,
        endpoints: impl IntoIterator<Item = &'a &'static Endpoint>,
        problems: &mut Vec<Problem>,
    ) {
        let taken = endpoints.into_iter().flat_map(|endpoint| endpoint.arguments);
        let taken = taken.copied().collect::<HashSet<_>>();
        let typed = TYPED.iter().filter(|it| it.arguments.iter().any(|it| taken.contains(it)));
        for typed in typed {
            let (user, place) = (format!("`{}`", typed.name), (typed.file, typed.line));
            for (kind, name) in typed.names {
                self.check_names(*kind, [*name], &user, place, problems);
            }
        }
    }

    /// The names of policies that are registered by name.
    pub(super) fn check_policies(&self, policies: &[Named<Rule>], problems: &mut Vec<Problem>) {
        for Named { name, value, place } in policies {
            let user = format!("the policy `{name}`");
            self.check_rules([value], &user, (place.file(), place.line()), problems);
        }
    }

    /// The roles and permissions of a hierarchy.
    pub(super) fn check_roles(&self, calls: &[RoleCall], problems: &mut Vec<Problem>) {
        for RoleCall { says, place } in calls {
            let place = (place.file(), place.line());
            let (roles, permissions) = match says {
                Relation::Implies(role, implied) => (names([role], implied), Vec::new()),
                Relation::Grants(role, granted) => (names([role], &[]), names([], granted)),
                Relation::Exclusive(roles) => (names([], roles), Vec::new()),
            };
            let user = "the hierarchy of roles";
            self.check_names(Kind::Role, roles, user, place, problems);
            self.check_names(Kind::Permission, permissions, user, place, problems);
        }
    }

    /// Tells each of these names that is in no vocabulary of its kind, once. `user` is who asks
    /// for them, as messages call it.
    pub(super) fn check_names<'a>(
        &self,
        kind: Kind,
        names: impl IntoIterator<Item = &'a str>,
        user: &str,
        (file, line): Place,
        problems: &mut Vec<Problem>,
    ) {
        let Some(known) = self.0.get(&kind) else {
            return;
        };
        let names = names.into_iter().collect::<BTreeSet<_>>();
        let unknown = names.into_iter().filter(|name| !known.contains_key(name));
        problems.extend(unknown.map(|name| {
            let (noun, hint) = (kind.noun(), hint(name, known.keys().copied()));
            let message = format!(
                "{user} asks for the {noun} `{name}`, which is in no vocabulary of {noun}s{hint}"
            );
            Problem::new(message).at(file, line)
        }));
    }

    fn check_rules<'a>(
        &self,
        rules: impl IntoIterator<Item = &'a Rule>,
        user: &str,
        place: Place,
        problems: &mut Vec<Problem>,
    ) {
        let mut asked = Asked::default();
        rules.into_iter().for_each(|rule| asked.gather(rule));
        for (kind, names) in asked.names {
            self.check_names(kind, names, user, place, problems);
        }
        // A policy that is an item is to blame itself.
        for policy in asked.policies {
            let user = format!("the policy `{}`", policy.name);
            self.check_rules([&policy.rule], &user, (policy.file, policy.line), problems);
        }
    }
}

fn names<'a, const N: usize>(first: [&'a Text; N], rest: &'a [Text]) -> Vec<&'a str> {
    first.into_iter().chain(rest).map(AsRef::as_ref).collect()
}

/// What some rules ask for.
#[derive(Default)]
struct Asked<'a> {
    names: BTreeMap<Kind, Vec<&'a str>>,
    policies: Vec<&'static Definition>,
}

impl<'a> Asked<'a> {
    fn gather(&mut self, rule: &'a Rule) {
        match &rule.0 {
            Node::Atom(atom) => {
                if let Some(kind) = kind(atom) {
                    self.names.entry(kind).or_default().push(atom.name());
                }
            }
            Node::Policy(_) => {}
            Node::Defined(policy) => self.policies.push(policy),
            Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
                rules.iter().for_each(|rule| self.gather(rule));
            }
        }
    }
}

/// Schemes and requirements belong to no vocabulary: they are registered.
fn kind(atom: &Atom) -> Option<Kind> {
    match atom {
        Atom::Role(_) => Some(Kind::Role),
        Atom::Permission(_) => Some(Kind::Permission),
        Atom::Scope(_) => Some(Kind::Scope),
        Atom::Claim(_) | Atom::ClaimIs(..) => Some(Kind::Claim),
        Atom::Scheme(_) | Atom::Requirement(_) => None,
    }
}

fn twice(name: &str, first: &Vocabulary, second: &Vocabulary) -> Problem {
    let message = format!(
        "the {} `{name}` is in `{}::{}` and in {first}; two vocabularies of one kind share no \
         name: rename one, or let both users share one enum",
        second.kind.noun(),
        second.module,
        second.name,
    );
    Problem::new(message).at(second.file, second.line)
}
