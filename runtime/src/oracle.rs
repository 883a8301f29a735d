//! A window for the tests of this crate: one decision, told by the definition and told by the
//! masks that requests are judged by. Nobody enters through it: no proof leaves this file.

use crate::Portcullis;
use crate::decision::Decision;
use crate::demand::Answers;
use crate::endpoint::Endpoint;
use crate::gate::Checkpoint;
use crate::principal::Principal;
use crate::rule::{self, Atom, Node, Rule};
use crate::scheme::Registered;
use crate::verb::Verb;

/// A caller, behind the name of the scheme that has found it; `None` is nobody.
type Caller<'a> = Option<(&'a str, Principal)>;

/// Whether a caller may enter, by the definition: the tree of the rules, and what the caller's
/// names and claims say, whatever requirements would answer. `None` if the endpoint has no such
/// verb.
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
        let mut questions = Vec::new();
        checkpoint.rules.iter().for_each(|rule| gather(rule, &mut questions));
        let met_with = |answers: u64| {
            let has = |atom: &Atom| match questions.iter().position(|asked| *asked == atom) {
                Some(place) => answers & (1 << place) != 0,
                None => caller.facts().have(scheme, hierarchy, atom),
            };
            checkpoint.rules.iter().all(|rule| rule::holds(rule, &has) == Some(true))
        };
        accepted(checkpoint, scheme).is_some()
            && hierarchy.conflict(&caller.facts().roles).is_none()
            && (0..1 << questions.len()).all(met_with)
    }))
}

/// The same by the masks: what the gate does with a caller that one of its schemes has found,
/// and asks nobody. `None` if the endpoint has no such verb.
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
    Some(matches!(checkpoint.decide(caller.as_ref(), &Answers::default()), Decision::Allow(_)))
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

/// The requirements in a rule.
fn gather<'a>(rule: &'a Rule, questions: &mut Vec<&'a Atom>) {
    match &rule.0 {
        Node::Atom(atom @ Atom::Requirement(_)) if !questions.contains(&atom) => {
            questions.push(atom);
        }
        Node::Atom(_) | Node::Policy(_) => {}
        Node::Defined(policy) => gather(&policy.rule, questions),
        Node::All(rules) | Node::Any(rules) | Node::Neither(rules) => {
            rules.iter().for_each(|rule| gather(rule, questions));
        }
    }
}
