//! An endpoint as constant data: what `#[endpoint]` expands to.

use std::any::TypeId;
use std::fmt;

use actix_web::HttpRequest;
use actix_web::dev::Payload;

use crate::decision::Granted;
use crate::gate::{Entering, Gate};
use crate::mount::Wrapped;
use crate::problem::Problem;
use crate::rule::Rule;
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
    /// What it answers to. INVARIANT: not empty, no pair twice.
    pub routes: &'static [(Verb, &'static str)],
    /// The verbs that everyone may call.
    pub anonymous: &'static [Verb],
    /// What a caller must be, on every verb that is not anonymous; every rule must hold.
    /// Empty: any authenticated caller.
    pub rules: &'static [Rule],
    /// What a caller must be besides, verb by verb.
    pub on: &'static [(Verb, &'static [Rule])],
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

impl Endpoint {
    /// The verbs that it is written for, each once.
    pub(crate) fn verbs(&self) -> impl Iterator<Item = Verb> {
        let mut verbs = self.routes.iter().map(|(verb, _)| *verb).collect::<Vec<_>>();
        verbs.sort_unstable();
        verbs.dedup();
        verbs.into_iter()
    }

    /// The rules that are judged on a verb.
    pub(crate) fn rules_on(&self, verb: Verb) -> impl Iterator<Item = &'static Rule> {
        let further = self.on.iter().filter(move |(on, _)| *on == verb);
        self.rules.iter().chain(further.flat_map(|(_, rules)| *rules))
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
