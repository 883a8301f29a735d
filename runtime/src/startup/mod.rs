//! From the developer's set-up to a checked instance. Everything that is wrong is collected,
//! and told at once.
//!
//! selection → names → vocabularies → policies → routes (rules resolved and compiled) → roles →
//! schemes → weighing → assembly

mod assemble;
mod hierarchy;
mod names;
#[cfg(all(feature = "oauth", feature = "_jwt"))]
mod oauth;
mod odd_names;
mod overlap;
mod patterns;
mod policies;
#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
mod refresh;
mod requirements;
#[cfg(feature = "revocation")]
mod revocations;
mod routes;
mod schemes;
mod selection;
#[cfg(feature = "cookie-session")]
mod sessions;
mod sign_in;
mod users;
mod vocabularies;
mod warnings;
mod weigh;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::builder::Builder;
use crate::endpoint::Endpoint;
use crate::gate::Shared;
use crate::instance::Portcullis;
use crate::interner::Interner;
use crate::principal::InstanceId;
use crate::problem::{Problem, Problems};
use crate::random::Random;
use crate::telemetry::{Telemetry, UserHash};

use schemes::Schemes;
use vocabularies::Vocabularies;
use weigh::World;

/// Checks a set-up and makes an instance of it.
pub(crate) fn start(builder: Builder) -> Result<Portcullis, Problems> {
    let mut problems = Vec::new();
    let mut interner = Interner::default();

    let selected = selection::select(&builder.selection, &mut problems);
    check_names(&builder, &selected, &mut problems);
    let policies = policies::collect(&builder.policies, &builder.requirements, &mut problems);
    let mut drafts =
        routes::draft(selected, &builder.further, &policies, &mut interner, &mut problems);
    patterns::check(&mut drafts, &mut problems);
    overlap::check(&drafts, &mut problems);
    let before_roles = problems.len();
    let hierarchy = Arc::new(hierarchy::collect(&builder.roles, &mut problems));
    let roles_are_sound = problems.len() == before_roles;
    interner.close(&hierarchy);
    let (requirements, mut warnings) =
        requirements::register(builder.requirements, &builder.policies, &interner);
    problems.extend(builder.csrf.problems());
    warnings.extend(builder.csrf.warnings());

    let sources = users::collect(builder.users, &mut problems);
    users::check(&drafts, &sources, &mut problems);
    #[cfg(feature = "revocation")]
    revocations::check(&drafts, builder.revocations.as_ref(), &mut problems);
    let users = user_hash(builder.log_key, &*builder.random, &mut problems);
    let telemetry = Telemetry { hook: builder.on_decision, users };
    let instance = InstanceId::new();
    let setup = schemes::Common {
        instance,
        interner: Arc::new(interner),
        hierarchy: Arc::clone(&hierarchy),
        clock: builder.clock,
        random: builder.random,
        realm: builder.realm,
        privileges: builder.privileges,
    };
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    let default_is_chosen = builder.default_scheme.is_some();
    let schemes = Schemes::make(builder.schemes, builder.default_scheme, setup, &mut problems);
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    let refresh = schemes.refresh(builder.refresh, default_is_chosen, &drafts, &mut problems);
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt", feature = "revocation"))]
    if let Some((families, revocations)) = refresh.as_ref().zip(builder.revocations.as_ref()) {
        problems.extend(refresh::outlives(families, revocations));
    }
    schemes.check(&drafts, &mut problems);
    #[cfg(feature = "_jwt")]
    problems.extend(schemes.publish_nothing(builder.key_set));
    #[cfg(all(feature = "oauth", feature = "_jwt"))]
    let metadata = {
        oauth::check(&drafts, &schemes, builder.revocations.is_some(), &mut problems);
        let given = builder.authorization_servers;
        oauth::metadata(given, &drafts, &schemes, refresh.as_ref(), &mut problems)
    };
    sign_in::check(&drafts, &schemes, &mut problems);
    if roles_are_sound {
        let world = World { policies: &policies, hierarchy: &hierarchy };
        let found = weigh::weigh(&drafts, &builder.policies, world, &schemes, &problems);
        problems.extend(found.problems);
        warnings.extend(found.warnings);
    }

    problems.sort_by_key(Problem::place);
    // What several endpoints share is told once.
    let mut told = BTreeSet::new();
    problems.retain(|problem| told.insert(problem.to_string()));
    Problems::unless_empty(problems, ())?;

    let shared = Arc::new(Shared {
        instance,
        answers: builder.answers,
        telemetry,
        csrf: builder.csrf,
        hierarchy,
        requirements,
        users: sources,
        #[cfg(feature = "revocation")]
        revocations: builder.revocations,
        #[cfg(any(feature = "_jwt", feature = "cookie-session"))]
        schemes: schemes.in_order(),
        #[cfg(all(feature = "oauth", feature = "_jwt"))]
        metadata,
        #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
        refresh,
    });
    Ok(assemble::instance(drafts, warnings, &schemes, shared))
}

/// Whether every name can be meant, and is in the vocabularies of the program.
fn check_names(builder: &Builder, selected: &[&'static Endpoint], problems: &mut Vec<Problem>) {
    let vocabularies = Vocabularies::linked(problems);
    let further = builder.further.iter().map(|(endpoint, _)| endpoint);
    let endpoints = selected.iter().chain(further);
    odd_names::check_endpoints(endpoints.clone(), problems);
    odd_names::check_policies(&builder.policies, problems);
    vocabularies.check_endpoints(endpoints.clone(), problems);
    vocabularies.check_typed(endpoints, problems);
    vocabularies.check_policies(&builder.policies, problems);
    vocabularies.check_roles(&builder.roles, problems);
}

fn user_hash(key: Option<[u8; 16]>, random: &dyn Random, problems: &mut Vec<Problem>) -> UserHash {
    let mut bytes = key.unwrap_or_default();
    if key.is_none() && random.fill(&mut bytes).is_err() {
        problems
            .push(Problem::new("there are no random bytes for a key to hash callers' ids with"));
    }
    UserHash::new(bytes)
}
