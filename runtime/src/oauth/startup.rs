//! Whether the arguments of handlers can do what they are for.

use std::any::TypeId;

use super::{IntrospectionRequest, RevocationRequest};
use crate::endpoint::Endpoint;
use crate::problem::Problem;

/// What a handler's arguments miss in the set-up.
pub(crate) fn lacking(
    endpoint: &'static Endpoint,
    has_revocations: bool,
    some_scheme_signs: bool,
) -> Vec<Problem> {
    let takes = |argument| endpoint.arguments.contains(&argument);
    let revokes = takes(TypeId::of::<RevocationRequest>());
    let introspects = takes(TypeId::of::<IntrospectionRequest>());
    let mut problems = Vec::new();
    if revokes && !has_revocations {
        problems.push(endpoint.problem(format!(
            "{endpoint} takes `RevocationRequest`, and there is nowhere to keep what is revoked; \
             add `.revocations(…)`"
        )));
    }
    if introspects && !some_scheme_signs {
        problems.push(endpoint.problem(format!(
            "{endpoint} takes `IntrospectionRequest`, and no scheme has a key to sign with, so \
             there are no tokens to ask about; register one, such as `JwtBearer::hs256(secret)`"
        )));
    }
    problems
}
