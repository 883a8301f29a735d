//! What users are loaded from, by type; and which handlers need what.

use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use super::LoadUser;

/// Something that users are loaded from.
pub(crate) struct UserSource {
    of: TypeId,
    source: Arc<dyn Any + Send + Sync>,
}

/// All of an instance.
#[derive(Default)]
pub(crate) struct Sources(HashMap<TypeId, Arc<dyn Any + Send + Sync>>);

/// What an argument of a handler needs of the instance that serves it, found out while the
/// program is compiled.
#[derive(Debug)]
pub struct Needed {
    /// The argument's type.
    pub argument: fn() -> TypeId,
    /// The source that it is loaded from.
    pub source: Option<Source>,
}

/// The type of a source, and of the user that is loaded from it.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    of: fn() -> TypeId,
    name: fn() -> &'static str,
    user: fn() -> &'static str,
}

impl Source {
    pub(crate) const fn of<U: LoadUser>() -> Self {
        Self { of: TypeId::of::<U::Source>, name: type_name::<U::Source>, user: type_name::<U> }
    }

    /// The type as a program names it.
    pub(crate) fn name(&self) -> &'static str {
        (self.name)()
    }

    /// The user's type as a program names it.
    pub(crate) fn user(&self) -> &'static str {
        (self.user)()
    }
}

impl UserSource {
    pub(crate) fn new<S: Send + Sync + 'static>(source: S) -> Self {
        Self { of: TypeId::of::<S>(), source: Arc::new(source) }
    }

    pub(crate) fn is_same_type(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

impl Sources {
    pub(crate) fn new(sources: impl IntoIterator<Item = UserSource>) -> Self {
        Self(sources.into_iter().map(|UserSource { of, source }| (of, source)).collect())
    }

    pub(super) fn get<S: Send + Sync + 'static>(&self) -> Option<Arc<S>> {
        Arc::clone(self.0.get(&TypeId::of::<S>())?).downcast().ok()
    }

    pub(crate) fn has(&self, source: &Source) -> bool {
        self.0.contains_key(&(source.of)())
    }
}

impl fmt::Debug for Sources {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sources({})", self.0.len())
    }
}
