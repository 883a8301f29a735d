//! What every method of every store answers with.

use std::error::Error;
use std::future::Future;
use std::pin::Pin;

/// Why a store could not be asked, or did not do what it was asked. Never a yes or a no.
pub type StoreError = Box<dyn Error + Send + Sync>;

/// A store at work.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;
