//! What an instance serves, and who may call it, as data for reports.

use crate::gate::{Checkpoint, Gate};
use crate::rule::Rule;
use crate::verb::Verb;

/// One verb on one path of an instance: who may call it.
#[derive(Clone, Copy, Debug)]
pub struct RouteEntry<'a>(&'a Checkpoint);

impl<'a> RouteEntry<'a> {
    pub(crate) fn of(gate: &'a Gate) -> Self {
        Self(gate.checkpoint())
    }

    /// The verb; a `GET` answers `HEAD` too where no endpoint has `head` there.
    #[must_use]
    pub fn verb(&self) -> Verb {
        self.0.verb
    }

    /// The path as it is written at the endpoint.
    #[must_use]
    pub fn path(&self) -> &'a str {
        &self.0.path
    }

    /// The module of the handler and the handler: `app::admin::restricted`.
    #[must_use]
    pub fn endpoint(&self) -> String {
        self.0.endpoint.full_name()
    }

    /// Whether it is served only where the application mounts it by hand.
    #[must_use]
    pub fn is_manual(&self) -> bool {
        self.0.endpoint.manual
    }

    /// Whether everyone may call it, known or not.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.0.is_anonymous()
    }

    /// What a caller must be, as it is written at the endpoint: one rule for each clause.
    /// Every rule must hold, unless the route is anonymous. None: any authenticated caller.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<'a> {
        self.0.endpoint.rules_on(self.0.verb)
    }

    /// The same rules with every policy's rule in the place of its name.
    pub fn resolved_rules(&self) -> impl Iterator<Item = &'a Rule> + use<'a> {
        self.0.rules.iter()
    }

    /// The names of the schemes that callers may use, in the order in which they are tried.
    pub fn schemes(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.schemes.iter().map(|scheme| scheme.setup.name())
    }

    /// What the developer says of it, in one line.
    #[must_use]
    pub fn summary(&self) -> Option<&'static str> {
        self.0.endpoint.about.summary
    }
}
