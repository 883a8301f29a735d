//! The schemes that an endpoint and its groups leave, while it is compiled.

use super::columns::among;
use crate::group::Group;

/// As many schemes as are weighed.
const MOST: usize = 16;

/// The names of the schemes that are tried.
#[derive(Clone, Copy)]
pub(super) struct Accepted<'a> {
    names: [&'a str; MOST],
    count: usize,
    /// Whether anybody names schemes; else the default one is tried.
    pub(super) named: bool,
    pub(super) too_many: bool,
}

impl<'a> Accepted<'a> {
    /// What all the lists that name schemes have in common.
    pub(super) const fn of(own: &'a [&'a str], group: Option<Group>) -> Self {
        let mut accepted = Self { names: [""; MOST], count: 0, named: false, too_many: false };
        accepted = accepted.only(own);
        let mut group = group;
        while let Some(outer) = group {
            accepted = accepted.only(outer.grouping().schemes);
            group = outer.grouping().parent;
        }
        accepted
    }

    /// The names; `None` for the default scheme.
    pub(super) const fn names(&self) -> Option<&[&'a str]> {
        if !self.named {
            return None;
        }
        let (names, _) = self.names.split_at(self.count);
        Some(names)
    }

    /// Those of them that a list names too, if it names any.
    #[expect(clippy::indexing_slicing, reason = "in bounds by the checks; `get` is not const")]
    const fn only(self, list: &'a [&'a str]) -> Self {
        if list.is_empty() {
            return self;
        }
        let mut left = Self { count: 0, named: true, ..self };
        let mut rest = list;
        while let Some((name, behind)) = rest.split_first() {
            let (before, _) = self.names.split_at(self.count);
            if !self.named || among(name, before) {
                if left.count == MOST {
                    left.too_many = true;
                    return left;
                }
                left.names[left.count] = name;
                left.count += 1;
            }
            rest = behind;
        }
        left
    }
}
