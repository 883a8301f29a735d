//! An endpoint as constant data: what `#[endpoint]` expands to.

use std::any::TypeId;
use std::fmt;
#[cfg(feature = "_jwt")]
use std::panic::Location;

use actix_web::HttpRequest;
use actix_web::dev::Payload;

use crate::authorize::Check;
use crate::decision::Granted;
use crate::gate::{Entering, Gate};
use crate::group::{Group, Grouping};
use crate::mount::Wrapped;
use crate::problem::Problem;
use crate::rule::{Rule, Text};
use crate::verb::Verb;

/// Everything that is written above a handler.
#[derive(Debug)]
pub struct Endpoint {
    /// The handler's name.
    pub handler: &'static str,
    /// The module that the handler stands in, with the crate's name in front.
    pub module: &'static str,
    /// The source file of the attribute.
    pub file: &'static str,
    /// The line of the attribute, from 1.
    pub line: u32,
    /// The group that it is in.
    pub group: Option<Group>,
    /// What it answers to, behind the group's prefix. INVARIANT: not empty, no pair twice.
    pub routes: &'static [(Verb, &'static str)],
    /// The verbs that everyone may call.
    pub anonymous: &'static [Verb],
    /// What a caller must be, on every verb that is not anonymous; every rule must hold.
    /// Empty: any authenticated caller.
    pub rules: &'static [Rule],
    /// What a caller must be besides, verb by verb.
    pub on: &'static [(Verb, &'static [Rule])],
    /// What is asked about what the caller touches, in this order.
    pub checks: &'static [Check],
    /// The names of the schemes to try, in this order. Empty: the default scheme.
    pub schemes: &'static [&'static str],
    /// Not served by `mount`.
    pub manual: bool,
    /// The warnings that the developer has silenced.
    pub accept: &'static [Notice],
    /// What reports say of it.
    pub about: About,
    /// The types of the handler's arguments.
    pub arguments: &'static [TypeId],
    /// Calls the handler.
    pub enter: fn(Granted, HttpRequest, Payload) -> Entering,
    /// Puts the endpoint's own middleware around its gate.
    pub wrap: Option<fn(Gate) -> Wrapped>,
}

/// A warning that `accept(…)` can silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Requirements that are never judged, since every verb is anonymous.
    Dormant,
    /// A clause that changes nothing.
    Redundant,
}

/// What reports say of an endpoint.
#[derive(Debug)]
pub struct About {
    /// The resource's name in actix too, for `url_for`.
    pub name: &'static str,
    /// One line.
    pub summary: Option<&'static str>,
    /// As many lines as it takes.
    pub description: Option<&'static str>,
    /// Groups in reports.
    pub tags: &'static [&'static str],
}

/// A handler that `#[endpoint]` has put behind a gate.
pub trait Guarded {
    /// What is written above the handler. The linker's list refers to it: by that one address
    /// the program knows this endpoint.
    const ENDPOINT: Endpoint;

    /// Calls the handler; takes the proof that the caller was let in.
    fn enter(granted: Granted, request: HttpRequest, payload: Payload) -> Entering;
}

/// What differs from one endpoint of this crate to another.
#[cfg(feature = "_jwt")]
pub(crate) struct BuiltIn {
    pub(crate) module: &'static str,
    pub(crate) name: &'static str,
    /// One, on which everyone may call it.
    pub(crate) verb: &'static [Verb],
    /// With that verb, and a path that the set-up may change.
    pub(crate) routes: &'static [(Verb, &'static str)],
    pub(crate) summary: &'static str,
    pub(crate) enter: fn(Granted, HttpRequest, Payload) -> Entering,
}

impl Endpoint {
    /// An endpoint of this crate, as `#[endpoint(get = "…", anonymous)]` would write it: the
    /// macro's linked list cannot be used inside the crate that declares it.
    #[cfg(feature = "_jwt")]
    #[track_caller]
    pub(crate) const fn built_in(it: BuiltIn) -> Self {
        let place = Location::caller();
        Self {
            handler: it.name,
            module: it.module,
            file: place.file(),
            line: place.line(),
            group: None,
            routes: it.routes,
            anonymous: it.verb,
            rules: &[],
            on: &[],
            checks: &[],
            schemes: &[],
            manual: false,
            accept: &[],
            about: About { name: it.name, summary: Some(it.summary), description: None, tags: &[] },
            arguments: &[],
            enter: it.enter,
            wrap: None,
        }
    }

    /// The verbs that it is written for, each once.
    pub(crate) fn verbs(&self) -> impl Iterator<Item = Verb> {
        let mut verbs = self.routes.iter().map(|(verb, _)| *verb).collect::<Vec<_>>();
        verbs.sort_unstable();
        verbs.dedup();
        verbs.into_iter()
    }

    /// One of its paths with the prefix of its group in front.
    pub(crate) fn whole(&self, path: &'static str) -> Text {
        match self.group.map(Group::prefix).filter(|prefix| !prefix.is_empty()) {
            Some(prefix) => (prefix + path).into(),
            None => path.into(),
        }
    }

    /// The verbs on whole paths that it is written for.
    pub(crate) fn served(&self) -> impl Iterator<Item = (Verb, Text)> {
        self.routes.iter().map(|(verb, path)| (*verb, self.whole(path)))
    }

    /// Its group, the group around it, and so on outwards.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &'static Grouping> + use<> {
        self.group.into_iter().flat_map(Group::chain)
    }

    /// The rules that are judged on a verb: those of its groups, its own, those of the verb.
    pub(crate) fn rules_on(&self, verb: Verb) -> impl Iterator<Item = &'static Rule> + use<> {
        let further = self.on.iter().filter(move |(on, _)| *on == verb);
        let own = self.rules.iter().chain(further.flat_map(|(_, rules)| *rules));
        self.groups().flat_map(|group| group.rules).chain(own)
    }

    /// The rules of its groups, its own, and those of every verb.
    pub(crate) fn all_rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        let further = self.on.iter().flat_map(|(_, rules)| *rules);
        self.groups().flat_map(|group| group.rules).chain(self.rules).chain(further)
    }

    /// Every scheme that it or a group of it names.
    pub(crate) fn scheme_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.scheme_lists().flatten().copied()
    }

    /// The schemes to try: of the first list that names any, what every other list names too.
    /// `None`: nobody names schemes, so the default one is tried.
    pub(crate) fn accepted_schemes(&self) -> Option<Vec<&'static str>> {
        let first = self.scheme_lists().next()?;
        let everywhere = |name: &&&str| self.scheme_lists().all(|list| list.contains(name));
        Some(first.iter().filter(everywhere).copied().collect())
    }

    /// The lists of schemes that name any: the endpoint's own, then its groups' outwards.
    fn scheme_lists(&self) -> impl Iterator<Item = &'static [&'static str]> + use<> {
        let groups = self.groups().map(|group| group.schemes);
        std::iter::once(self.schemes).chain(groups).filter(|list| !list.is_empty())
    }
}

impl Endpoint {
    /// The module of the handler and the handler.
    pub(crate) fn full_name(&self) -> String {
        format!("{}::{}", self.module, self.handler)
    }

    /// A problem with this endpoint, at its attribute.
    pub(crate) fn problem(&self, message: String) -> Problem {
        self.place(Problem::new(message))
    }

    pub(crate) fn place(&self, problem: Problem) -> Problem {
        problem.at(self.file, self.line)
    }
}

/// As messages call it: the handler in backticks.
impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.handler)
    }
}
