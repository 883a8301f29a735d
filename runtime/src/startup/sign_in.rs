//! Whether whoever is sent to a sign-in page can see it.

use super::routes::Draft;
use super::schemes::Schemes;
use crate::decision::Access;
use crate::problem::Problem;
use crate::verb::Verb;

/// Sign-in pages that ask for a session themselves.
pub(super) fn check(drafts: &[Draft], schemes: &Schemes, problems: &mut Vec<Problem>) {
    let guarded = drafts
        .iter()
        .filter(|draft| draft.verb == Verb::Get && !matches!(draft.access, Access::Anonymous));
    for Draft { endpoint, path, .. } in guarded {
        if let Some(scheme) = schemes.with_sign_in_page(path) {
            problems.push(endpoint.problem(format!(
                "{endpoint} is the sign-in page of the scheme `{scheme}`, and whoever is sent \
                 there has no session; make it `anonymous`"
            )));
        }
    }
}
