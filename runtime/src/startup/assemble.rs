//! An instance, put together when nothing is wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::routes::Draft;
use super::schemes::Schemes;
use super::warnings;
use crate::gate::{Checkpoint, Gate, Shared};
use crate::instance::{Instance, Portcullis};
use crate::mount::{Lane, Roads};
use crate::problem::Problem;
use crate::routing::Pattern;
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
    let roads = Arc::new(roads(&gates));
    Portcullis::new(Instance {
        #[cfg(feature = "_jwt")]
        shared,
        gates,
        roads,
        warnings,
    })
}

/// The routes that `mount` serves, each path with its verbs.
fn roads(gates: &[Gate]) -> Roads {
    let mut paths = BTreeMap::<String, (Pattern, Vec<Lane>)>::new();
    for gate in gates.iter().filter(|gate| !gate.checkpoint().endpoint.manual) {
        let pattern = Pattern::parse(&gate.checkpoint().path);
        let path = paths.entry(pattern.anonymous().to_owned());
        let (_, lanes) = path.or_insert_with(|| (pattern, Vec::new()));
        lanes.push(Lane::new(gate.clone()));
    }
    let with_definition = |(pattern, lanes): (Pattern, Vec<Lane>)| {
        let definition = lanes.first()?.definition.clone();
        Some((pattern, definition, lanes))
    };
    Roads::new(paths.into_values().filter_map(with_definition).collect())
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
