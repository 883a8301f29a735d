//! The schemes of an instance, and whether everything that is asked of them exists.

use std::sync::Arc;

use super::names::{fault, hint};
use super::routes::Draft;
use crate::builder::{Make, Named};
use crate::clock::Clock;
use crate::decision::Access;
use crate::endpoint::Endpoint;
use crate::hierarchy::Hierarchy;
use crate::interner::Interner;
use crate::principal::{InstanceId, SchemeId};
use crate::privileges::PrivilegeCache;
use crate::problem::Problem;
use crate::random::Random;
use crate::rule::{Atom, Node, Rule, Text};
use crate::scheme::{Registered, Setup};

/// What all schemes of an instance share.
pub(super) struct Common {
    pub(super) instance: InstanceId,
    pub(super) interner: Arc<Interner>,
    pub(super) hierarchy: Arc<Hierarchy>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) random: Arc<dyn Random>,
    pub(super) realm: Text,
    pub(super) privileges: Vec<PrivilegeCache>,
}

/// The schemes that could be made, the default one first.
pub(super) struct Schemes {
    pub(super) made: Vec<Arc<Registered>>,
    /// Every name that was registered, made or not, so that one mistake is told once.
    names: Vec<Text>,
}

impl Schemes {
    /// Makes the schemes.
    pub(super) fn make(
        named: Vec<Named<Make>>,
        default: Option<Named<()>>,
        common: Common,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut schemes = Self { made: Vec::new(), names: Vec::new() };
        for Named { name, value: make, place } in named {
            problems.extend(schemes.odd(&name).map(|odd| odd.at_call(place)));
            schemes.names.push(name.clone());
            match common.register(&name, make) {
                Ok(scheme) => schemes.made.push(Arc::new(scheme)),
                Err(found) => {
                    problems.extend(found.into_iter().map(|one| {
                        Problem::new(format!("the scheme `{name}`: {one}")).at_call(place)
                    }))
                }
            }
        }
        if let Some(Named { name, place, .. }) = default {
            problems
                .extend(schemes.unknown(&name, "the default scheme").map(|one| one.at_call(place)));
            schemes.made.sort_by_key(|scheme| scheme.setup.name() != name);
        }
        schemes
    }

    /// All of them, the default one first.
    #[cfg(any(feature = "_jwt", feature = "cookie-session"))]
    pub(super) fn in_order(&self) -> Vec<Arc<Registered>> {
        self.made.clone()
    }

    /// The schemes that an endpoint tries, in its order.
    pub(super) fn of(&self, endpoint: &Endpoint) -> Vec<Arc<Registered>> {
        let Some(names) = endpoint.accepted_schemes() else {
            return self.made.first().cloned().into_iter().collect();
        };
        let named = |name: &&str| self.made.iter().find(|scheme| scheme.setup.name() == *name);
        names.iter().filter_map(named).cloned().collect()
    }

    /// The names of the schemes that an endpoint tries; `None` where that is not known, since
    /// not every scheme could be made.
    pub(super) fn accepted(&self, endpoint: &Endpoint) -> Option<Vec<&str>> {
        let first = || self.all()?.first().map(|default| vec![*default]);
        endpoint.accepted_schemes().or_else(first)
    }

    /// The names of all of them; `None` where that is not known.
    pub(super) fn all(&self) -> Option<Vec<&str>> {
        let made = self.made.iter().map(|scheme| scheme.setup.name()).collect::<Vec<_>>();
        (!made.is_empty() && made.len() == self.names.len()).then_some(made)
    }

    /// The scheme whose sign-in page is at this path.
    pub(super) fn with_sign_in_page(&self, path: &str) -> Option<&str> {
        let is_there = |scheme: &&Arc<Registered>| {
            scheme.sign_in_page.as_ref().is_some_and(|page| page.path() == path)
        };
        self.made.iter().find(is_there).map(|scheme| scheme.setup.name())
    }

    /// Whether the routes ask for schemes that are not there.
    pub(super) fn check(&self, drafts: &[Draft], problems: &mut Vec<Problem>) {
        for Draft { endpoint, rules, access, .. } in drafts {
            let user = endpoint.to_string();
            let mut asked: Vec<&str> = endpoint.scheme_names().collect();
            asked.extend(rules.iter().flat_map(scheme_names));
            let unknown = asked.into_iter();
            let unknown = unknown.filter_map(|name| self.unknown(name, &user));
            problems.extend(unknown.map(|one| endpoint.place(one)));
            if self.names.is_empty() && !matches!(access, Access::Anonymous) {
                problems.push(endpoint.problem(format!(
                    "{user} needs a caller, and no scheme is registered to recognize one; add \
                     `.scheme(\"jwt\", JwtBearer::hs256(secret))`"
                )));
            }
            problems.extend(self.repeated(endpoint));
            problems.extend(none_left(endpoint));
            #[cfg(feature = "_jwt")]
            problems.extend(self.cannot_sign(endpoint));
            #[cfg(feature = "cookie-session")]
            problems.extend(self.cannot_keep(endpoint));
        }
        #[cfg(feature = "cookie-session")]
        problems.extend(self.share_a_cookie());
    }

    /// Whether a scheme could not be made.
    #[cfg(any(feature = "_jwt", feature = "cookie-session"))]
    pub(super) fn is_broken(&self) -> bool {
        self.made.len() < self.names.len()
    }

    fn odd(&self, name: &Text) -> Option<Problem> {
        let repeated = self.names.contains(name).then_some("is registered twice");
        let fault = fault(name).or(repeated)?;
        Some(Problem::new(format!("the scheme's name {name:?} {fault}")))
    }

    fn unknown(&self, name: &str, user: &str) -> Option<Problem> {
        if self.names.iter().any(|known| known == name) {
            return None;
        }
        let hint = hint(name, self.names.iter().map(AsRef::as_ref));
        let message = format!("{user} names the scheme `{name}`, which is not registered{hint}");
        Some(Problem::new(message))
    }

    fn repeated(&self, endpoint: &'static Endpoint) -> Option<Problem> {
        let mut names = endpoint.schemes.to_vec();
        names.sort_unstable();
        let twice = names.windows(2).find_map(|pair| match pair {
            [one, other] if one == other => Some(*one),
            _ => None,
        })?;
        Some(endpoint.problem(format!("{endpoint} names the scheme `{twice}` twice")))
    }

    /// Where a key set is served and none of the schemes has a public key.
    #[cfg(feature = "_jwt")]
    pub(super) fn publish_nothing(
        &self,
        served: Option<&'static std::panic::Location<'static>>,
    ) -> Option<Problem> {
        let place = served?;
        let broken = self.made.len() < self.names.len();
        if broken || !crate::KeySet::of_schemes(&self.made).is_empty() {
            return None;
        }
        let message = "`.key_set_endpoint` has nothing to serve: no JWT scheme was given an \
                       asymmetric key, and shared secrets are not published";
        Some(Problem::new(message).at_call(place))
    }

    #[cfg(feature = "_jwt")]
    fn cannot_sign(&self, endpoint: &'static Endpoint) -> Option<Problem> {
        let wanted = endpoint.arguments.contains(&std::any::TypeId::of::<crate::Tokens>());
        if !wanted || self.is_broken() || self.made.iter().any(|scheme| scheme.issuer.is_some()) {
            return None;
        }
        Some(endpoint.problem(format!(
            "{endpoint} takes `Tokens`, and no scheme has a key to sign with; register one, \
             such as `JwtBearer::hs256(secret)`"
        )))
    }
}

impl Common {
    fn register(&self, name: &Text, make: Make) -> Result<Registered, Vec<Problem>> {
        let setup = Setup {
            instance: self.instance,
            scheme: Arc::new(SchemeId::new(name, Arc::clone(&self.hierarchy))),
            interner: Arc::clone(&self.interner),
            clock: Arc::clone(&self.clock),
            random: Arc::clone(&self.random),
        };
        let prepared = make(&setup)?;
        let privileges = self.privileges.iter().cloned();
        let prepared =
            privileges.fold(prepared, |prepared, cache| prepared.amended(Box::new(cache), &setup));
        prepared.register(setup, &self.realm)
    }
}

/// Where the endpoint and its groups name schemes, and no scheme is named by all of them.
fn none_left(endpoint: &'static Endpoint) -> Option<Problem> {
    endpoint.accepted_schemes().filter(Vec::is_empty)?;
    Some(endpoint.problem(format!(
        "{endpoint} and its groups name no scheme in common, so nobody could enter"
    )))
}

fn scheme_names(rule: &Rule) -> Vec<&str> {
    match &rule.0 {
        Node::Atom(Atom::Scheme(name)) => vec![name],
        Node::Atom(_) | Node::Policy(_) => Vec::new(),
        Node::Defined(policy) => scheme_names(&policy.rule),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().flat_map(scheme_names).collect()
        }
    }
}
