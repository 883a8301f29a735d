//! An instance, put together when nothing is wrong.

use std::sync::Arc;

use super::routes::Draft;
use super::schemes::Schemes;
use super::warnings;
use crate::gate::{Checkpoint, Gate, Shared};
use crate::instance::{Instance, Portcullis};
use crate::mount::Areas;
use crate::problem::Problem;
use crate::rule;

/// Takes the warnings that the parts of the set-up have come with.
pub(super) fn instance(
    drafts: Vec<Draft>,
    mut warnings: Vec<Problem>,
    schemes: &Schemes,
    shared: Arc<Shared>,
) -> Portcullis {
    warnings.extend(warnings::of(&drafts));
    #[cfg(feature = "_jwt")]
    warnings.extend(warnings::of_schemes(&shared.schemes));
    warnings.iter().for_each(|warning| tracing::warn!("{warning}"));
    let gates = drafts.into_iter().map(|draft| gate(draft, schemes, &shared));
    let gates = gates.collect::<Vec<_>>();
    let areas = Arc::new(Areas::of(&gates));
    Portcullis::new(Instance {
        #[cfg(feature = "_jwt")]
        shared,
        gates,
        areas,
        warnings,
    })
}

fn gate(draft: Draft, schemes: &Schemes, shared: &Arc<Shared>) -> Gate {
    Gate::new(Checkpoint {
        shared: Arc::clone(shared),
        endpoint: draft.endpoint,
        path: draft.path,
        verb: draft.verb,
        access: draft.access,
        asks_scopes: draft.rules.iter().any(rule::asks_scopes),
        rules: draft.rules,
        schemes: schemes.of(draft.endpoint),
    })
}
