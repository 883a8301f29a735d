//! Whether a policy and a group make sense with the items that they use, told while the program
//! is compiled.

use super::accepted::Accepted;
use super::clause::{Subject, Telling};
use super::demand::Demand;
use super::text::Text;
use crate::group::Group;
use crate::rule::Rule;

/// Whether somebody can meet a policy, and not everybody does.
///
/// # Panics
///
/// If not: that is how the compiler tells.
#[track_caller]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_policy(rule: &Rule, name: &str) {
    let own = std::slice::from_ref(rule);
    let demand = Demand { group: None, own, further: &[] };
    let Some(weighing) = demand.weighed(&Accepted::of(&[], None)) else {
        return;
    };
    let met = weighing.meets(0);
    let policy = Text::new("").and_quoted(name);
    if met.is_nobody() {
        let text = policy.and(
            " can be met by nobody: the policies and names in it contradict each other; change one",
        );
        panic!("{}", text.as_str());
    }
    if weighing.possible.implies(&met) {
        let text = policy.and(" demands nothing: every caller meets it; change its condition");
        panic!("{}", text.as_str());
    }
}

/// Whether a clause of a group can be met beside the groups around it, and demands anything.
///
/// # Panics
///
/// If not: that is how the compiler tells.
#[track_caller]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_group_clause(group: Group, number: usize, texts: &[&str]) {
    let grouping = group.grouping();
    let accepted = Accepted::of(grouping.schemes, grouping.parent);
    let demand = Demand { group: grouping.parent, own: grouping.rules, further: &[] };
    let Some(weighing) = demand.weighed(&accepted) else {
        return;
    };
    let told = Telling { weighing, texts, subject: Subject::Group(grouping.name) };
    if let Some(message) = told.wrong(number) {
        panic!("{}", message.as_str());
    }
}
