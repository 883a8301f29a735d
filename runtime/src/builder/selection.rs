//! Which endpoints of the program an instance checks and serves.

use std::borrow::Cow;

use super::{Builder, Choice, Named};
use crate::group::Group;

impl Builder {
    /// Checks and serves only the endpoints of this module and of the modules in it, such as
    /// `app::admin`. May be said again for further modules.
    #[track_caller]
    #[must_use]
    pub fn module(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.selection.push(Named::here(path, Choice::Module));
        self
    }

    /// Checks and serves only the endpoints of this group and of the groups in it. May be said
    /// again for further groups, and beside [`Builder::module`]: each adds its endpoints.
    #[track_caller]
    #[must_use]
    pub fn only(mut self, group: Group) -> Self {
        self.selection.push(Named::here(group.name(), Choice::Only(group)));
        self
    }

    /// Leaves out the endpoints of this group and of the groups in it.
    #[track_caller]
    #[must_use]
    pub fn except(mut self, group: Group) -> Self {
        self.selection.push(Named::here(group.name(), Choice::Except(group)));
        self
    }
}
