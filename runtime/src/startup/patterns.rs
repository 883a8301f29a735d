//! Paths that actix cannot route: their regular expressions are checked by nobody earlier.

use std::panic::catch_unwind;

use actix_web::dev::ResourceDef;

use super::routes::Draft;
use crate::problem::Problem;

/// Takes out the paths that actix would panic at when a worker starts.
pub(super) fn check(drafts: &mut Vec<Draft>, problems: &mut Vec<Problem>) {
    drafts.retain(|Draft { endpoint, path, .. }| {
        // actix offers no other way to ask.
        let readable = catch_unwind(|| ResourceDef::new(path.as_ref())).is_ok();
        let routable = readable && path.starts_with('/');
        if !routable {
            problems.push(endpoint.problem(format!(
                "{endpoint} is routed at `{path}`, which actix-web cannot read; look at the \
                 regular expressions in its `{{…}}`"
            )));
        }
        routable
    });
}
