//! From the developer's set-up to a checked instance. Everything that is wrong is collected,
//! and told at once.
//!
//! policies → routes (rules resolved and compiled) → schemes → gates

mod names;
mod overlap;
mod patterns;
mod policies;
mod routes;
mod schemes;
mod warnings;

use std::sync::Arc;

use crate::builder::Builder;
use crate::gate::{Checkpoint, Gate, Shared};
use crate::instance::{Instance, Portcullis};
use crate::interner::Interner;
use crate::principal::InstanceId;
use crate::problem::{Problem, Problems};

use routes::Draft;
use schemes::Schemes;

/// Checks a set-up and makes an instance of it.
pub(crate) fn start(builder: Builder) -> Result<Portcullis, Problems> {
    let mut problems = Vec::new();
    let mut interner = Interner::default();

    let policies = policies::collect(&builder.policies, &mut problems);
    let drafts = routes::draft(&builder.further, &policies, &mut interner, &mut problems);
    patterns::check(&drafts, &mut problems);
    overlap::check(&drafts, &mut problems);

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
    let shared = Shared { instance, answers: builder.answers, schemes: schemes.in_order() };
    let shared = Arc::new(shared);
    let gates = drafts.into_iter().map(|draft| gate(draft, &schemes, &shared)).collect();
    Ok(Portcullis::new(Instance { shared, gates, warnings }))
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
