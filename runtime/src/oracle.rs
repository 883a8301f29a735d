//! A window for the tests of this crate: one decision, told by the definition and told by the
//! masks that requests are judged by. Nobody enters through it: no proof leaves this file.

use crate::Portcullis;
use crate::decision::Decision;
use crate::endpoint::Endpoint;
use crate::gate::Checkpoint;
use crate::principal::Principal;
use crate::rule;
use crate::scheme::Registered;
use crate::verb::Verb;

/// A caller, behind the name of the scheme that has found it; `None` is nobody.
type Caller<'a> = Option<(&'a str, Principal)>;

/// Whether a caller may enter, by the definition: the tree of the rules, and what the caller's
/// names and claims say. `None` if the endpoint has no such verb.
#[must_use]
pub fn judge_by_tree(
    portcullis: &Portcullis,
    endpoint: &'static Endpoint,
    verb: Verb,
    caller: Caller<'_>,
) -> Option<bool> {
    let checkpoint = checkpoint(portcullis, endpoint, verb)?;
    if endpoint.anonymous.contains(&verb) {
        return Some(true);
    }
    Some(caller.is_some_and(|(scheme, caller)| {
        let hierarchy = &checkpoint.shared.hierarchy;
        let has = |atom: &_| caller.facts().have(scheme, hierarchy, atom);
        let met = |rule| rule::holds(rule, &has) == Some(true);
        accepted(checkpoint, scheme).is_some()
            && hierarchy.conflict(&caller.facts().roles).is_none()
            && checkpoint.rules.iter().all(met)
    }))
}

/// The same by the masks: what the gate does with a caller that one of its schemes has found.
/// `None` if the endpoint has no such verb.
#[must_use]
pub fn judge_by_masks(
    portcullis: &Portcullis,
    endpoint: &'static Endpoint,
    verb: Verb,
    caller: Caller<'_>,
) -> Option<bool> {
    let checkpoint = checkpoint(portcullis, endpoint, verb)?;
    let caller = caller.and_then(|(scheme, caller)| {
        let scheme = accepted(checkpoint, scheme)?;
        scheme.setup.stamp(caller).ok()
    });
    Some(matches!(checkpoint.decide(caller.as_ref()), Decision::Allow(_)))
}

fn checkpoint<'a>(
    portcullis: &'a Portcullis,
    endpoint: &'static Endpoint,
    verb: Verb,
) -> Option<&'a Checkpoint> {
    let mut checkpoints = portcullis.gates().iter().map(|gate| gate.checkpoint());
    checkpoints.find(|known| std::ptr::eq(known.endpoint, endpoint) && known.verb == verb)
}

/// The scheme of this name, if the endpoint asks it. Another one's credentials are not seen.
fn accepted<'a>(checkpoint: &'a Checkpoint, scheme: &str) -> Option<&'a Registered> {
    let mut asked = checkpoint.schemes.iter();
    asked.find(|known| known.setup.name() == scheme).map(AsRef::as_ref)
}
