//! From the developer's set-up to a checked instance. Everything that is wrong is collected,
//! and told at once.
//!
//! selection → policies → routes (rules resolved and compiled) → schemes → gates

mod names;
mod overlap;
mod patterns;
mod policies;
mod routes;
mod schemes;
mod selection;
mod warnings;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::builder::Builder;
use crate::gate::{Checkpoint, Gate, Shared};
use crate::instance::{Instance, Portcullis};
use crate::interner::Interner;
use crate::mount::{Lane, Roads};
use crate::principal::InstanceId;
use crate::problem::{Problem, Problems};
use crate::random::Random;
use crate::routing::Pattern;
use crate::telemetry::{Telemetry, UserHash};

use routes::Draft;
use schemes::Schemes;

/// Checks a set-up and makes an instance of it.
pub(crate) fn start(builder: Builder) -> Result<Portcullis, Problems> {
    let mut problems = Vec::new();
    let mut interner = Interner::default();

    let selected = selection::select(&builder.modules, &mut problems);
    let policies = policies::collect(&builder.policies, &mut problems);
    let mut drafts =
        routes::draft(selected, &builder.further, &policies, &mut interner, &mut problems);
    patterns::check(&mut drafts, &mut problems);
    overlap::check(&drafts, &mut problems);

    let users = user_hash(builder.log_key, &*builder.random, &mut problems);
    let telemetry = Telemetry { hook: builder.on_decision, users };
    let instance = InstanceId::new();
    let setup = schemes::Common {
        instance,
        interner: Arc::new(interner),
        clock: builder.clock,
        random: builder.random,
        realm: builder.realm,
    };
    let schemes = Schemes::make(builder.schemes, builder.default_scheme, setup, &mut problems);
    schemes.check(&drafts, &mut problems);

    problems.sort_by_key(Problem::place);
    problems.dedup();
    Problems::unless_empty(problems, ())?;

    let warnings = warnings::of(&drafts);
    warnings.iter().for_each(|warning| tracing::warn!("{warning}"));
    let shared = Arc::new(Shared {
        instance,
        answers: builder.answers,
        telemetry,
        #[cfg(feature = "_jwt")]
        schemes: schemes.in_order(),
    });
    let gates = drafts.into_iter().map(|draft| gate(draft, &schemes, &shared));
    let gates = gates.collect::<Vec<_>>();
    let roads = Arc::new(roads(&gates));
    Ok(Portcullis::new(Instance {
        #[cfg(feature = "_jwt")]
        shared,
        gates,
        roads,
        warnings,
    }))
}

fn user_hash(key: Option<[u8; 16]>, random: &dyn Random, problems: &mut Vec<Problem>) -> UserHash {
    let mut bytes = key.unwrap_or_default();
    if key.is_none() && random.fill(&mut bytes).is_err() {
        problems
            .push(Problem::new("there are no random bytes for a key to hash callers' ids with"));
    }
    UserHash::new(bytes)
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
        rules: draft.rules,
        schemes: schemes.of(draft.endpoint),
    })
}
