//! What a check says when it does not say yes.

use std::error::Error;

/// Why a function in `authorize` does not let a caller go on.
///
/// Any error becomes one by `?`: whoever cannot tell does not let anyone in, and the caller is
/// told to come back later.
#[derive(Debug)]
pub enum Denied {
    /// The caller may not: 403.
    Forbidden,
    /// The caller may not even know that it is there: answered exactly as a path is that the
    /// App does not know.
    NotFound,
    /// It could not be found out: 503 with `Retry-After`. The error goes to the log, not to
    /// the caller.
    Unavailable(Box<dyn Error + Send + Sync>),
}

impl<E: Error + Send + Sync + 'static> From<E> for Denied {
    fn from(error: E) -> Self {
        Self::Unavailable(Box::new(error))
    }
}
