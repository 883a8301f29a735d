//! What a set-up says of roles: what they bring with them, and which exclude each other.

use std::borrow::Cow;
use std::panic::Location;

use super::Builder;
use crate::rule::Text;

/// One call that says something of roles.
pub(crate) struct RoleCall {
    pub(crate) says: Relation,
    pub(crate) place: &'static Location<'static>,
}

/// What such a call says.
pub(crate) enum Relation {
    /// Whoever has the role has these roles.
    Implies(Text, Vec<Text>),
    /// Whoever has the role has these permissions.
    Grants(Text, Vec<Text>),
    /// Nobody may have two of these roles.
    Exclusive(Vec<Text>),
}

impl Builder {
    #[doc = include_str!("../../docs/roles.md")]
    #[track_caller]
    #[must_use]
    pub fn role_implies<Name: Into<Cow<'static, str>>>(
        self,
        role: impl Into<Cow<'static, str>>,
        implied: impl IntoIterator<Item = Name>,
    ) -> Self {
        self.with(Relation::Implies(role.into(), texts(implied)))
    }

    /// Whoever has the role, also by [`Builder::role_implies`], has these permissions.
    ///
    /// A role without a permission, an empty or repeated name keep [`Builder::build`] from
    /// succeeding.
    #[track_caller]
    #[must_use]
    pub fn role_grants<Name: Into<Cow<'static, str>>>(
        self,
        role: impl Into<Cow<'static, str>>,
        permissions: impl IntoIterator<Item = Name>,
    ) -> Self {
        self.with(Relation::Grants(role.into(), texts(permissions)))
    }

    /// Nobody may have two of these roles (separation of duties). Whoever has two of them, also
    /// by [`Builder::role_implies`], is answered with 403 wherever a caller is asked for, even
    /// if any would do, with an event in the log; on anonymous verbs such a caller is nobody.
    ///
    /// A role that implies two of them keeps [`Builder::build`] from succeeding.
    #[track_caller]
    #[must_use]
    pub fn exclusive_roles<Name: Into<Cow<'static, str>>>(
        self,
        roles: impl IntoIterator<Item = Name>,
    ) -> Self {
        self.with(Relation::Exclusive(texts(roles)))
    }

    #[track_caller]
    fn with(mut self, says: Relation) -> Self {
        self.roles.push(RoleCall { says, place: Location::caller() });
        self
    }
}

fn texts<Name: Into<Text>>(names: impl IntoIterator<Item = Name>) -> Vec<Text> {
    names.into_iter().map(Into::into).collect()
}
