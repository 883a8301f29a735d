//! Which endpoints of the program an instance checks and serves.

use super::names::hint;
use crate::builder::Named;
use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::registry::ENDPOINTS;

/// The endpoints in these modules, or all of them.
pub(super) fn select(modules: &[Named<()>], problems: &mut Vec<Problem>) -> Vec<&'static Endpoint> {
    for Named { name, place, .. } in modules {
        if !ENDPOINTS.iter().any(|endpoint| is_in(endpoint, name)) {
            let hint = hint(name, ENDPOINTS.iter().map(|endpoint| endpoint.module));
            let message = format!("there is no endpoint in the module `{name}`{hint}");
            problems.push(Problem::new(message).at_call(place));
        }
    }
    let chosen = |endpoint: &&'static Endpoint| {
        modules.is_empty() || modules.iter().any(|module| is_in(endpoint, &module.name))
    };
    ENDPOINTS.iter().copied().filter(chosen).collect()
}

/// Whole segments: `app::admin` is no part of `app::administration`.
fn is_in(endpoint: &Endpoint, module: &str) -> bool {
    let rest = endpoint.module.strip_prefix(module);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}
