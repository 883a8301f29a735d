//! Requirements that sleep, since `anonymous(…)` covers every verb: compiles, but not silently.

use super::access::Access;
use super::routes::Routed;
use crate::model::Warning;
use crate::words::{Notice, Word};

pub(super) fn warning(access: &Access, routes: &[Routed], accept: &[Notice]) -> Option<Warning> {
    let Access::Guarded { anonymous, at: Some(at), demands, checks, .. } = access else {
        return None;
    };
    let open = |route: &Routed| anonymous.iter().any(|spoken| spoken.verb == route.verb);
    let asks = !demands.is_empty() || !checks.is_empty();
    let sleeps = asks && routes.iter().all(open);
    if !sleeps || accept.contains(&Notice::Dormant) {
        return None;
    }
    let routes: Vec<_> = routes.iter().map(|route| format!("`{}`", route.shown())).collect();
    let verbs: Vec<_> = anonymous.iter().map(|spoken| spoken.verb.text()).collect();
    Some(Warning {
        at: at.clone(),
        note: format!(
            "everyone may call {}: `anonymous({})` covers every verb, so the other requirements \
             never apply; remove one of the two, or write `accept(dormant)`",
            routes.join(", "),
            verbs.join(", "),
        ),
    })
}
