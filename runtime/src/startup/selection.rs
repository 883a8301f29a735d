//! Which endpoints of the program an instance checks and serves.

use super::names::hint;
use crate::builder::{Choice, Named};
use crate::endpoint::Endpoint;
use crate::problem::Problem;
use crate::registry::ENDPOINTS;

/// The endpoints that were chosen, or all of them, without those that were left out.
pub(super) fn select(
    choices: &[Named<Choice>],
    problems: &mut Vec<Problem>,
) -> Vec<&'static Endpoint> {
    for choice in choices {
        if !ENDPOINTS.iter().any(|endpoint| choice.concerns(endpoint)) {
            problems.push(Problem::new(choice.of_nothing()).at_call(choice.place));
        }
    }
    let (excluding, including): (Vec<_>, Vec<_>) =
        choices.iter().partition(|choice| matches!(choice.value, Choice::Except(_)));
    let any = |choices: &[&Named<Choice>], endpoint| {
        choices.iter().any(|choice| choice.concerns(endpoint))
    };
    let chosen = |endpoint: &&'static Endpoint| {
        (including.is_empty() || any(&including, endpoint)) && !any(&excluding, endpoint)
    };
    ENDPOINTS.iter().copied().filter(chosen).collect()
}

impl Named<Choice> {
    fn concerns(&self, endpoint: &Endpoint) -> bool {
        match self.value {
            Choice::Module => is_in(endpoint, &self.name),
            Choice::Only(group) | Choice::Except(group) => {
                endpoint.group.is_some_and(|own| own.is_in(group))
            }
        }
    }

    /// A choice that changes nothing is a slip.
    fn of_nothing(&self) -> String {
        let name = &self.name;
        match self.value {
            Choice::Module => {
                let hint = hint(name, ENDPOINTS.iter().map(|endpoint| endpoint.module));
                format!("there is no endpoint in the module `{name}`{hint}")
            }
            Choice::Only(_) | Choice::Except(_) => {
                format!("there is no endpoint in the group `{name}`")
            }
        }
    }
}

/// Whole segments: `app::admin` is no part of `app::administration`.
fn is_in(endpoint: &Endpoint, module: &str) -> bool {
    let rest = endpoint.module.strip_prefix(module);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}
