//! Every caller at every door: the oracle against the rules' tree and against the masks.

use std::sync::Arc;

use portcullis::__private::{Endpoint, judge_by_masks, judge_by_tree};
use portcullis::{Portcullis, Principal, Problems, Verb};

use crate::callers::{SCHEMES, everybody, odd_claimants, principal};
use crate::endpoints::{Door, doors, instance};
use crate::oracle::Caller;

#[test]
fn the_tree_judges_everybody_as_spoken() -> Result<(), Problems> {
    let decisions = everybody_at_every_door("tree", judge_by_tree)?;
    println!("{decisions} decisions of the tree about everybody");
    assert!(decisions > 100 * 3 * 8192, "{decisions}");
    Ok(())
}

#[test]
fn the_masks_judge_everybody_as_spoken() -> Result<(), Problems> {
    let decisions = everybody_at_every_door("masks", judge_by_masks)?;
    println!("{decisions} decisions of the masks about everybody");
    assert!(decisions > 100 * 3 * 8192, "{decisions}");
    Ok(())
}

#[test]
fn claims_of_every_shape_are_judged_as_spoken() -> Result<(), Problems> {
    let mut decisions = 0;
    let callers = odd_claimants();
    for (name, judge) in [("tree", judge_by_tree as Judge), ("masks", judge_by_masks)] {
        decisions += compare(name, judge, &callers)?.len() * callers.len();
    }
    println!("{decisions} decisions about odd claims");
    assert!(decisions > 2 * 100 * 2000, "{decisions}");
    Ok(())
}

/// Compares over all names and all schemes, and nobody; tells how many decisions that were.
fn everybody_at_every_door(name: &str, judge: Judge) -> Result<usize, Problems> {
    let mut callers = SCHEMES.into_iter().flat_map(everybody).collect::<Vec<_>>();
    callers.push(Caller::default());
    let allowed = compare(name, judge, &callers)?;
    for (Door { verb, policy, .. }, allowed) in &allowed {
        let open = (policy.allows)(verb.as_str(), &Caller::default());
        let denied = callers.len() - allowed;
        assert!(*allowed > 0, "nobody was ever allowed {verb} `{}`", policy.name);
        assert!(open || denied > 0, "nobody was ever denied {verb} `{}`", policy.name);
    }
    Ok(allowed.len() * callers.len())
}

type Judge = fn(&Portcullis, &'static Endpoint, Verb, Option<(&str, Principal)>) -> Option<bool>;

/// Lets a judge decide about these callers at every door; tells how many each has let in.
fn compare(name: &str, judge: Judge, callers: &[Caller]) -> Result<Vec<(Door, usize)>, Problems> {
    let portcullis = instance(&Arc::default())?;
    let principals = callers.iter().map(principal).collect::<Vec<_>>();
    let at = |door: Door| {
        let Door { endpoint, verb, policy, .. } = door;
        let mut allowed = 0;
        for (who, principal) in callers.iter().zip(&principals) {
            let found = who.came_by.map(|scheme| (scheme, principal.clone()));
            let judged = judge(&portcullis, endpoint, verb, found);
            let spoken = (policy.allows)(verb.as_str(), who);
            assert_eq!(
                judged,
                Some(spoken),
                "the oracle and the {name} differ about {verb} `{}`: {who:?}",
                policy.name,
            );
            allowed += usize::from(spoken);
        }
        (door, allowed)
    };
    Ok(doors().into_iter().map(at).collect())
}
