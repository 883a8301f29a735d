//! Every finding beside its definition.

use std::collections::BTreeSet;

use super::naive::{Caller, Place, Policy};
use crate::check::weigh::needless::Needless;
use crate::check::weigh::never::Never;
use crate::check::weigh::reason::{Reason, What};
use crate::check::weigh::{Findings, findings};
use crate::model::Name;

/// Asserts that what is found is what there is to find. How much was found.
pub(super) fn judge(policy: &Policy) -> usize {
    let written = policy.written();
    let found = findings(&written).expect("not too much to weigh");
    let (places, outsiders) = (policy.places(), policy.callers(false));
    found.never.iter().for_each(|never| conflict(&places, &outsiders, &never.conflict));
    let none = BTreeSet::new();
    let callers: Vec<_> =
        policy.callers(true).into_iter().map(|who| (policy.enters(&who, &none), who)).collect();
    let closed = |verb: usize| !callers.iter().any(|(enters, _)| enters[verb]);
    if closed(0) {
        assert!(!found.never.is_empty(), "nobody enters, which was not found");
        assert!(found.never.iter().all(|never| never.on.is_none()));
        assert!(found.needless.is_empty() && found.schemes.is_empty(), "an echo");
        return found.never.len();
    }
    let closed: Vec<bool> = (1..=policy.on.len()).map(closed).collect();
    for (on, closed) in written.on.iter().zip(&closed) {
        let is_told = |never: &Never| never.on.is_some_and(|it| std::ptr::eq(it, on));
        assert_eq!(found.never.iter().any(is_told), *closed, "a verb that nobody enters by");
    }
    // Such a verb was told; the rest is judged as if nothing were said of it.
    let bare = policy.elsewhere || closed.contains(&true);
    let judged: Vec<bool> = [bare].into_iter().chain(closed.iter().map(|closed| !closed)).collect();
    needless(policy, &places, &found, &judged, &|dropped| {
        callers.iter().all(|(was, who)| {
            let enters = policy.enters(who, dropped);
            judged
                .iter()
                .zip(was.iter().zip(enters))
                .all(|(judged, (was, is))| !judged || *was == is)
        })
    });
    for one in &found.needless {
        explained(policy, &places, &outsiders, one, &judged);
    }
    schemes(policy, &found, &callers, &judged);
    found.never.len() + found.needless.len() + found.schemes.len()
}

fn needless(
    policy: &Policy,
    places: &[Place],
    found: &Findings,
    judged: &[bool],
    same: &dyn Fn(&BTreeSet<usize>) -> bool,
) {
    let open = open_places(policy, places, judged);
    let one = |id: usize| BTreeSet::from([id]);
    let told: BTreeSet<usize> = found.needless.iter().map(|one| one.part.id()).collect();
    let siblings_left = |id: usize, dropped: &BTreeSet<usize>| {
        let parent = places[id].parent;
        places.iter().enumerate().any(|(other, place)| {
            other != id && place.parent == parent && !dropped.contains(&other)
        })
    };
    let could = |id: usize, dropped: &BTreeSet<usize>| match &places[id] {
        place if place.whole => open.contains(&id),
        place => place.parent.is_some() && siblings_left(id, dropped) && open.contains(&id),
    };
    let none = BTreeSet::new();
    let alone: BTreeSet<usize> =
        (0..places.len()).filter(|id| could(*id, &none) && same(&one(*id))).collect();
    assert!(told.is_subset(&alone), "told {told:?}, of which some is needed: {alone:?}");
    assert!(same(&told), "not all of {told:?} can be left out");
    for id in alone.difference(&told) {
        let inside = told.iter().any(|told| (*told..=places[*told].last).contains(id));
        if inside || !could(*id, &told) {
            continue;
        }
        let range = *id..=places[*id].last;
        let mut more: BTreeSet<usize> =
            told.iter().copied().filter(|told| !range.contains(told)).collect();
        more.insert(*id);
        assert!(!same(&more), "{id} can be left out as well as {told:?}");
    }
}

/// The places on verbs that somebody can enter by.
fn open_places(policy: &Policy, places: &[Place], judged: &[bool]) -> BTreeSet<usize> {
    let mut open = BTreeSet::new();
    let clauses = policy.clauses.iter().map(|_| true);
    let of_verbs = policy.on.iter().zip(&judged[1..]);
    let on = of_verbs.flat_map(|(clauses, judged)| clauses.iter().map(|_| *judged));
    let starts = places.iter().enumerate().filter(|(_, place)| place.whole);
    for ((start, place), judged) in starts.zip(clauses.chain(on)) {
        if judged {
            open.extend(start..=place.last);
        }
    }
    open
}

/// None of the pieces can be spared, and nobody meets them all.
fn conflict(places: &[Place], callers: &[Caller], pieces: &[Reason]) {
    let nobody = |pieces: &[&Reason]| !callers.iter().any(|who| all_hold(places, pieces, who));
    let pieces: Vec<_> = pieces.iter().collect();
    assert!(nobody(&pieces) && !pieces.is_empty(), "a conflict that is none");
    each_spared(&pieces, |fewer| assert!(!nobody(fewer), "a conflict of fewer pieces"));
}

/// The reasons make the part what it is said to be, and none of them can be spared.
fn explained(
    policy: &Policy,
    places: &[Place],
    callers: &[Caller],
    needless: &Needless,
    judged: &[bool],
) {
    let part = places[needless.part.id()].formula;
    assert_eq!(
        needless.holds,
        places[needless.part.id()].whole || places[needless.part.id()].in_all
    );
    let enough = |reasons: &[&Reason]| {
        let on = reasons.iter().any(|reason| matches!(reason.what, What::On));
        let concerned =
            |who: &&Caller| all_hold(places, reasons, who) && (!on || some_on(policy, who));
        callers.iter().filter(concerned).all(|who| part.is_met_by(who) == needless.holds)
    };
    let reasons: Vec<_> = needless.reasons.iter().collect();
    assert!(!(judged[0] && reasons.iter().any(|reason| matches!(reason.what, What::On))));
    assert!(enough(&reasons), "not explained");
    each_spared(&reasons, |fewer| assert!(!enough(fewer), "explained by fewer"));
}

fn each_spared(pieces: &[&Reason], check: impl Fn(&[&Reason])) {
    for spared in 0..pieces.len() {
        let mut fewer = pieces.to_vec();
        fewer.remove(spared);
        check(&fewer);
    }
}

fn all_hold(places: &[Place], reasons: &[&Reason], who: &Caller) -> bool {
    reasons.iter().all(|reason| match reason.what {
        What::Part(_, part) => places[part.id()].formula.is_met_by(who) == reason.holds,
        What::Schemes => who.scheme().is_some(),
        What::On => true,
    })
}

fn some_on(policy: &Policy, who: &Caller) -> bool {
    policy.on.iter().any(|clauses| clauses.iter().all(|clause| clause.is_met_by(who)))
}

fn schemes(policy: &Policy, found: &Findings, callers: &[(Vec<bool>, Caller)], judged: &[bool]) {
    let mut dead: Vec<&str> = policy.schemes.iter().flatten().copied().collect();
    for (enters, who) in callers {
        if judged.iter().zip(enters).any(|(judged, enters)| *judged && *enters) {
            dead.retain(|scheme| Some(*scheme) != who.scheme());
        }
    }
    let told: Vec<_> = found.schemes.iter().map(|dead| scheme(dead.name)).collect();
    assert_eq!(told, dead);
}

fn scheme(name: &Name) -> String {
    match name {
        Name::Text(text) => text.value(),
        _ => panic!("a path"),
    }
}
