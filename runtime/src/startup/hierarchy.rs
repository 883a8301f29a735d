//! What the set-up says of roles, checked: nothing empty, repeated or circular, and no role
//! that would keep whoever has it out of everywhere.

use std::collections::BTreeSet;
use std::panic::Location;

use super::names::fault;
use crate::builder::{Relation, RoleCall};
use crate::hierarchy::Hierarchy;
use crate::problem::Problem;
use crate::rule::Text;

/// The hierarchy that these calls make; of a circle all but the end.
pub(super) fn collect(calls: &[RoleCall], problems: &mut Vec<Problem>) -> Hierarchy {
    let mut collector =
        Collector { hierarchy: Hierarchy::default(), implied: Vec::new(), problems };
    for RoleCall { says, place } in calls {
        match says {
            Relation::Implies(role, implied) => collector.implies(role, implied, place),
            Relation::Grants(role, permissions) => collector.grants(role, permissions, place),
            Relation::Exclusive(roles) => collector.exclusive(roles, place),
        }
    }
    collector.check_conflicts();
    collector.hierarchy
}

type Place = &'static Location<'static>;

struct Collector<'a> {
    hierarchy: Hierarchy,
    /// What was said of roles, one by one, and where.
    implied: Vec<(&'a Text, &'a Text, Place)>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Collector<'a> {
    fn implies(&mut self, role: &'a Text, implied: &'a [Text], place: Place) {
        self.check_names("role_implies", [role].into_iter().chain(implied), place);
        if implied.is_empty() {
            self.refuse(place, format!("`role_implies` is given no role for `{role}` to imply"));
        }
        for other in implied {
            if role == other {
                self.refuse(place, format!("the role `{role}` is said to imply itself"));
            } else if self.implied.iter().any(|(from, to, _)| *from == role && *to == other) {
                let message = format!("the role `{role}` is said to imply `{other}` twice");
                self.refuse(place, message);
            } else if self.hierarchy.implies(other, role) {
                let circle = self.way(other, role).join("` → `");
                let message = format!("the role `{role}` closes a circle of roles: `{role}` → ");
                self.refuse(place, format!("{message}`{circle}`"));
            } else {
                self.hierarchy.imply(role, other);
                self.implied.push((role, other, place));
            }
        }
    }

    fn grants(&mut self, role: &'a Text, permissions: &'a [Text], place: Place) {
        self.check_names("role_grants", [role].into_iter().chain(permissions), place);
        if permissions.is_empty() {
            self.refuse(place, format!("`role_grants` is given no permission for `{role}`"));
        }
        for permission in permissions {
            if !self.hierarchy.grant(role, permission) {
                let message = format!("the role `{role}` is granted `{permission}` twice");
                self.refuse(place, message);
            }
        }
    }

    fn exclusive(&mut self, roles: &'a [Text], place: Place) {
        self.check_names("exclusive_roles", roles, place);
        let distinct = roles.iter().collect::<BTreeSet<_>>();
        for role in distinct.iter().filter(|role| roles.iter().filter(|it| it == *role).count() > 1)
        {
            self.refuse(place, format!("`exclusive_roles` is given the role `{role}` twice"));
        }
        if distinct.len() < 2 {
            let message = "`exclusive_roles` is given fewer than two roles; it takes two to \
                           exclude each other";
            self.refuse(place, message.to_owned());
            return;
        }
        let mut new = false;
        for one in &distinct {
            for other in distinct.iter().filter(|other| one < *other) {
                new |= self.hierarchy.exclude(one, other);
            }
        }
        if !new {
            let names = roles.join("`, `");
            self.refuse(place, format!("the roles `{names}` exclude each other already"));
        }
    }

    /// Whoever has such a role could enter nowhere. Told of the role that brings the two
    /// together, not of those that imply it.
    fn check_conflicts(&mut self) {
        let mut told = BTreeSet::new();
        for (role, _, place) in self.implied.clone() {
            let Some((one, other)) = self.hierarchy.conflict(&[role]) else { continue };
            let message = format!(
                "the role `{role}` brings `{one}` and `{other}` together, which exclude each other"
            );
            let mut implied = self.implied.iter().filter(|(from, ..)| *from == role);
            let is_first_cause = implied.all(|(_, to, _)| self.hierarchy.conflict(&[to]).is_none());
            if is_first_cause && told.insert(role) {
                self.refuse(place, message);
            }
        }
    }

    /// The roles that lead from one to another.
    fn way(&self, from: &'a Text, to: &Text) -> Vec<&'a str> {
        let mut way = vec![from.as_ref()];
        let mut at = from;
        while at != to {
            let mut next = self.implied.iter().filter(|(role, ..)| *role == at);
            let Some((_, next, _)) = next.find(|(_, next, _)| self.hierarchy.implies(next, to))
            else {
                break;
            };
            way.push(next);
            at = next;
        }
        way
    }

    fn check_names<'b>(
        &mut self,
        call: &str,
        names: impl IntoIterator<Item = &'b Text>,
        place: Place,
    ) {
        for name in names {
            if let Some(fault) = fault(name) {
                self.refuse(place, format!("`{call}` is given the name {name:?}, which {fault}"));
            }
        }
    }

    fn refuse(&mut self, place: Place, message: String) {
        self.problems.push(Problem::new(message).at_call(place));
    }
}
