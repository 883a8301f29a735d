//! What a role brings with it, and which roles exclude each other. Pure data, the same for the
//! whole instance. This is the definition: the bits that requests are judged by, made in
//! [`Interner::close`](crate::interner::Interner::close), are tested against it.

use std::collections::{BTreeMap, BTreeSet};

use crate::rule::Text;

/// The roles of an instance as they hang together.
#[derive(Debug, Default)]
pub(crate) struct Hierarchy {
    /// What whoever has a role has besides. INVARIANT: closed: what an implied role implies is
    /// among it.
    implied: BTreeMap<Text, BTreeSet<Text>>,
    /// The permissions of a role, without those of the roles that it implies.
    granted: BTreeMap<Text, BTreeSet<Text>>,
    /// Two roles that nobody may have together, the smaller name first.
    exclusive: BTreeSet<(Text, Text)>,
}

static NONE: Hierarchy =
    Hierarchy { implied: BTreeMap::new(), granted: BTreeMap::new(), exclusive: BTreeSet::new() };

impl Hierarchy {
    /// No role brings anything with it.
    pub(crate) fn none() -> &'static Self {
        &NONE
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.implied.is_empty() && self.granted.is_empty() && self.exclusive.is_empty()
    }

    /// Whether whoever has `role` has `other` too. A role implies itself.
    pub(crate) fn implies(&self, role: &str, other: &str) -> bool {
        role == other || self.implied.get(role).is_some_and(|roles| roles.contains(other))
    }

    /// Whether whoever has `role` has this permission.
    pub(crate) fn grants(&self, role: &str, permission: &str) -> bool {
        let implied = self.implied.get(role).into_iter().flatten().map(AsRef::as_ref);
        let mut granted = implied.chain([role]).filter_map(|role| self.granted.get(role));
        granted.any(|permissions| permissions.contains(permission))
    }

    /// Whether nobody who has both roles may enter: they, or roles that they imply, exclude
    /// each other. What one of them implies does not exclude what it implies itself: that
    /// keeps an instance from being built.
    pub(crate) fn excludes(&self, role: &str, other: &str) -> bool {
        self.conflict(&[role, other]).is_some()
    }

    /// Two of the roles that these bring together, and that nobody may have together.
    pub(crate) fn conflict(&self, roles: &[impl AsRef<str>]) -> Option<(&str, &str)> {
        let have = |name: &str| roles.iter().any(|role| self.implies(role.as_ref(), name));
        let (one, other) = self.exclusive.iter().find(|(one, other)| have(one) && have(other))?;
        Some((one, other))
    }

    /// Every two roles that nobody may have together, as they were told.
    pub(crate) fn exclusive(&self) -> impl Iterator<Item = &(Text, Text)> {
        self.exclusive.iter()
    }

    /// Every role that brings something with it.
    pub(crate) fn parents(&self) -> impl Iterator<Item = &Text> {
        self.implied.keys().chain(self.granted.keys())
    }

    /// Whoever has `role` has `other`, and all that this implies. Says whether that is new.
    pub(crate) fn imply(&mut self, role: &Text, other: &Text) -> bool {
        let mut brought = self.implied.get(other).cloned().unwrap_or_default();
        brought.insert(other.clone());
        for (parent, implied) in &mut self.implied {
            if parent == role || implied.contains(role) {
                implied.extend(brought.iter().cloned());
            }
        }
        let implied = self.implied.entry(role.clone()).or_default();
        let before = implied.len();
        implied.append(&mut brought);
        implied.len() > before
    }

    /// Whoever has `role` has this permission. Says whether that is new.
    pub(crate) fn grant(&mut self, role: &Text, permission: &Text) -> bool {
        self.granted.entry(role.clone()).or_default().insert(permission.clone())
    }

    /// Nobody may have both. Says whether that is new.
    pub(crate) fn exclude(&mut self, one: &Text, other: &Text) -> bool {
        let (smaller, larger) = if one <= other { (one, other) } else { (other, one) };
        self.exclusive.insert((smaller.clone(), larger.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::Hierarchy;

    #[test]
    fn order_of_telling_makes_no_difference() {
        let edges = [("a", "b"), ("b", "c"), ("c", "d")];
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let mut hierarchy = Hierarchy::default();
            for edge in order {
                let (role, other) = edges[edge];
                hierarchy.imply(&role.into(), &other.into());
            }
            hierarchy.grant(&"d".into(), &"write".into());
            hierarchy.exclude(&"x".into(), &"d".into());
            for (at, role) in ["a", "b", "c", "d"].into_iter().enumerate() {
                for (other_at, other) in ["a", "b", "c", "d"].into_iter().enumerate() {
                    assert_eq!(hierarchy.implies(role, other), at <= other_at, "{role} {other}");
                    assert!(!hierarchy.excludes(role, other));
                }
                assert!(hierarchy.grants(role, "write") && !hierarchy.grants(role, "read"));
                assert!(hierarchy.excludes(role, "x") && hierarchy.excludes("x", role));
            }
            assert!(!hierarchy.grants("x", "write") && !hierarchy.implies("x", "d"));
        }
    }
}
