//! Two endpoints on one verb and path.

use super::routes::Draft;
use crate::problem::Problem;

/// Finds routes that are served twice; `drafts` are sorted by path and verb.
pub(super) fn check(drafts: &[Draft], problems: &mut Vec<Problem>) {
    let served = drafts.iter().filter(|draft| !draft.endpoint.manual).collect::<Vec<_>>();
    for pair in served.windows(2) {
        let [first, second] = pair else { continue };
        if first.path == second.path && first.verb == second.verb {
            let (verb, path) = (first.verb, &first.path);
            problems.push(second.endpoint.problem(format!(
                "{} serves `{verb} {path}`, which {} at {}:{} serves too",
                second.endpoint, first.endpoint, first.endpoint.file, first.endpoint.line,
            )));
        }
    }
}
