//! Paths that actix-web cannot route: their regular expressions are checked by nobody earlier.

use super::routes::Draft;
use crate::problem::Problem;
use crate::routing::expression;

/// Takes out the paths that actix-web would panic at when a worker starts.
pub(super) fn check(drafts: &mut Vec<Draft>, problems: &mut Vec<Problem>) {
    drafts.retain(|Draft { endpoint, path, .. }| match expression(path) {
        Ok(_) => true,
        Err(fault) => {
            problems.push(endpoint.problem(format!("{endpoint} is routed at `{path}`, {fault}")));
            false
        }
    });
}
