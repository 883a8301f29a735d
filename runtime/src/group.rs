//! Endpoints that share a prefix and requirements, as constant data: what `group!` expands to.

use std::fmt;

use crate::rule::Rule;

/// A group of endpoints: made by [`group!`](crate::group), joined with
/// `#[endpoint(group = ADMIN, …)]`.
#[derive(Clone, Copy)]
pub struct Group(&'static Grouping);

/// What a `group!` item says, and where it stands.
#[derive(Debug)]
pub struct Grouping {
    /// The item's name.
    pub name: &'static str,
    /// The module that the item stands in, with the crate's name in front.
    pub module: &'static str,
    /// The source file of the item.
    pub file: &'static str,
    /// The line of the item, from 1.
    pub line: u32,
    /// What every path in the group begins with, behind the prefix of its parent.
    pub prefix: &'static str,
    /// The group that this one is in.
    pub parent: Option<Group>,
    /// What a caller must be, besides what the endpoint and the parent demand.
    pub rules: &'static [Rule],
    /// The names of the schemes that are left of the endpoint's. Empty: all of them.
    pub schemes: &'static [&'static str],
    /// Whether its endpoints may be anonymous although it demands something.
    pub allow_anonymous: bool,
    /// Groups in reports, for each of its endpoints.
    pub tags: &'static [&'static str],
    /// The item's doc comment.
    pub description: Option<&'static str>,
}

/// The first of these groups: what `group = ADMIN` expands to.
#[must_use]
pub const fn one_group(groups: &[Group]) -> Option<Group> {
    match groups {
        [first, ..] => Some(*first),
        [] => None,
    }
}

impl Group {
    /// For `group!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(grouping: &'static Grouping) -> Self {
        Self(grouping)
    }

    /// What the item says.
    #[doc(hidden)]
    #[must_use]
    pub const fn grouping(self) -> &'static Grouping {
        self.0
    }

    /// The item's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// This group, the group it is in, and so on outwards.
    pub(crate) fn chain(self) -> impl Iterator<Item = &'static Grouping> {
        std::iter::successors(Some(self.0), |group| group.parent.map(|parent| parent.0))
    }

    /// The prefixes of the whole chain, the outermost first.
    pub(crate) fn prefix(self) -> String {
        let mut prefixes = self.chain().map(|group| group.prefix).collect::<Vec<_>>();
        prefixes.reverse();
        prefixes.concat()
    }

    /// Whether this group, or a group around it, is that one.
    pub(crate) fn is_in(self, other: Self) -> bool {
        self.chain().any(|group| Self(group) == other)
    }
}

/// One item: the compiler may have copied its data.
impl PartialEq for Group {
    fn eq(&self, other: &Self) -> bool {
        let key = |group: &'static Grouping| (group.module, group.name, group.file, group.line);
        key(self.0) == key(other.0)
    }
}

impl Eq for Group {}

impl fmt::Debug for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Group({}::{})", self.0.module, self.0.name)
    }
}
