//! Requirements in a set-up.

use std::borrow::Cow;

use super::{Builder, Named};
use crate::requirement::Requirement;

impl Builder {
    #[doc = include_str!("../../docs/requirements.md")]
    #[track_caller]
    #[must_use]
    pub fn requirement(
        mut self,
        name: impl Into<Cow<'static, str>>,
        requirement: impl Requirement + 'static,
    ) -> Self {
        let requirement: Box<dyn Requirement> = Box::new(requirement);
        self.requirements.push(Named::here(name, requirement));
        self
    }
}
