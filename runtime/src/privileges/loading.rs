//! One question to a source, for all requests that wait for its answer.

use std::panic::resume_unwind;
use std::pin::Pin;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::{PrivilegeSource, Privileges, UserId};
use crate::contain::contained_async;
use crate::principal::Principal;
use crate::scheme::Found;

/// A source of any type.
pub(super) trait Source: Send + Sync {
    fn load<'a>(&'a self, user: &'a UserId) -> BoxFuture<'a, Loaded>;
    fn version(&self) -> u64;
}

/// What a source has answered, for as many requests as wait.
pub(super) type Loaded = Result<Arc<Privileges>, Failure>;

#[derive(Clone)]
pub(super) enum Failure {
    Unavailable(Arc<str>),
    Panicked,
}

/// A question under way.
pub(super) type Question = Shared<Pin<Box<dyn Future<Output = Loaded> + Send>>>;

/// The same, for whom does not wait: where nobody does any more, it is given up.
#[derive(Clone)]
pub(super) struct Asking(WeakShared<Pin<Box<dyn Future<Output = Loaded> + Send>>>);

impl Asking {
    /// `None` for a question that is answered already.
    pub(super) fn of(question: &Question) -> Option<Self> {
        question.downgrade().map(Self)
    }

    /// `None` if nobody waits for it any more.
    pub(super) fn join(&self) -> Option<Question> {
        self.0.upgrade()
    }
}

impl<S: PrivilegeSource> Source for S {
    fn load<'a>(&'a self, user: &'a UserId) -> BoxFuture<'a, Loaded> {
        // The call itself is inside: it may panic too.
        let asked = async { self.privileges(user).await };
        Box::pin(contained_async("the source of privileges", asked).map(|answer| match answer {
            Some(Ok(privileges)) => Ok(Arc::new(privileges)),
            Some(Err(error)) => Err(Failure::Unavailable(error.to_string().into())),
            None => Err(Failure::Panicked),
        }))
    }

    fn version(&self) -> u64 {
        PrivilegeSource::version(self)
    }
}

/// What becomes of a caller.
pub(super) fn found(caller: Principal, loaded: Loaded) -> Found {
    match loaded {
        Ok(privileges) => Found::Caller(privileges.added_to(caller)),
        Err(Failure::Unavailable(why)) => {
            Found::Unavailable(format!("the source of privileges: {why}").into())
        }
        // Told once already; it ends every request that waited for it as it does the first.
        Err(Failure::Panicked) => resume_unwind(Box::new("the source of privileges panicked")),
    }
}
