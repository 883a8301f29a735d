//! Lists that another list makes pointless. Conditions are weighed elsewhere.

use super::demands::Demand;
use super::lists::List;
use crate::problems::{Problems, shown};
use crate::words::Quantity;

/// An any-list of which one entry is demanded anyway is always met: it only seems to protect.
///
/// `demanded` holds wherever `demands` is judged; the two may be the same.
pub(super) fn tell_met(demands: &[Demand], demanded: &[Demand], problems: &mut Problems) {
    for any in lists(demands, Quantity::Any) {
        for all in lists(demanded, Quantity::All) {
            tell_pair(any, all, problems);
        }
    }
}

fn tell_pair(any: &List, all: &List, problems: &mut Problems) {
    for offered in &any.atoms {
        let Some(reason) = all.atoms.iter().find(|demanded| demanded.implies(offered)) else {
            continue;
        };
        let (word, demander) = (&any.at, &all.at);
        let message = format!(
            "`{}` makes `{word}` pointless: `{demander}` demands it already; remove it from one",
            shown(offered)
        );
        problems.clash(offered, message, reason, format!("`{demander}` demands it here"));
    }
}

fn lists(demands: &[Demand], quantity: Quantity) -> impl Iterator<Item = &List> {
    let lists = demands.iter().filter_map(Demand::list);
    lists.filter(move |list| list.quantity == quantity)
}
