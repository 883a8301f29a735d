//! Whether the schemes can do what is asked of sessions.

use std::any::TypeId;
use std::sync::Arc;

use super::schemes::Schemes;
use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::scheme::Registered;

impl Schemes {
    /// An endpoint that signs in or out, where no scheme keeps sessions.
    pub(super) fn cannot_keep(&self, endpoint: &'static Endpoint) -> Option<Problem> {
        let wanted = endpoint.arguments.contains(&TypeId::of::<crate::Sessions>());
        if !wanted || self.is_broken() || self.made.iter().any(|scheme| scheme.keeper.is_some()) {
            return None;
        }
        Some(endpoint.problem(format!(
            "{endpoint} takes `Sessions`, and no scheme keeps sessions; register one, such as \
             `CookieSession::stored(store)`"
        )))
    }

    /// Schemes whose cookies overwrite each other.
    pub(super) fn share_a_cookie(&self) -> Vec<Problem> {
        let cookie = |scheme: &Arc<Registered>| {
            scheme.keeper.as_ref().map(|keeper| keeper.cookie_name().to_owned())
        };
        let mut problems = Vec::new();
        for (at, one) in self.made.iter().enumerate() {
            for other in self.made.iter().skip(at + 1) {
                let Some(name) = cookie(one).filter(|name| cookie(other).as_ref() == Some(name))
                else {
                    continue;
                };
                let (one, other) = (one.setup.name(), other.setup.name());
                problems.push(Problem::new(format!(
                    "the schemes `{one}` and `{other}` keep sessions in one cookie, `{name}`; \
                     give each a name of its own with `.cookie_name`"
                )));
            }
        }
        problems
    }
}

/// Schemes that are for development alone.
pub(super) fn warnings(schemes: &[Arc<Registered>]) -> Vec<Problem> {
    let plain = schemes
        .iter()
        .filter(|scheme| scheme.keeper.as_ref().is_some_and(|keeper| keeper.is_for_development()));
    let warning = |scheme: &Arc<Registered>| {
        Problem::new(format!(
            "the scheme `{}` keeps sessions over plain HTTP, on this machine alone: for \
             development, not for users",
            scheme.setup.name()
        ))
    };
    plain.map(warning).collect()
}
