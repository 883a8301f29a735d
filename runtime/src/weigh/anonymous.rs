//! Whether an endpoint may be anonymous in its group, told while the program is compiled.

use super::text::Text;
use crate::endpoint::Endpoint;

/// Whether every group around an anonymous endpoint that demands anything allows it.
///
/// # Panics
///
/// If one does not: that is how the compiler tells.
#[track_caller]
#[expect(clippy::panic, reason = "the only way in which a constant can refuse")]
pub const fn weigh_anonymous(endpoint: &Endpoint) {
    let mut group = endpoint.group;
    while let Some(outer) = group {
        let grouping = outer.grouping();
        if !grouping.rules.is_empty() && !grouping.allow_anonymous {
            let text =
                Text::new("").and_quoted(endpoint.handler).and(" is anonymous, but its group ");
            let text = text.and_quoted(grouping.name).and(
                " demands something; remove `anonymous`, or write `allow_anonymous` in the group",
            );
            panic!("{}", text.as_str());
        }
        group = grouping.parent;
    }
}
