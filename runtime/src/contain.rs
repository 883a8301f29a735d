//! Code of the application that is asked while a request is judged: its panic is an error of
//! this request, not the end of the connection, and never entry.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};

use futures_util::FutureExt;

/// What `run` returns; `None`, and a log line that names `whose` it is, if it panics.
// Unwind safety: whatever the panic left half done belongs to the application, and nothing of
// this request is used again but to answer 500.
pub(crate) fn contained<T>(whose: &str, run: impl FnOnce() -> T) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(run)).ok();
    report(whose, result)
}

/// The same for what takes waiting.
pub(crate) async fn contained_async<T>(whose: &str, run: impl Future<Output = T>) -> Option<T> {
    let result = AssertUnwindSafe(run).catch_unwind().await.ok();
    report(whose, result)
}

fn report<T>(whose: &str, result: Option<T>) -> Option<T> {
    if result.is_none() {
        tracing::error!("{whose} panicked while a request was judged");
    }
    result
}
