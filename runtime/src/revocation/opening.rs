//! The beginning: everything that is revoked is read before anybody enters.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use tokio::runtime::Handle;

use super::feed::Feed;
use super::keeper::Keeper;
use super::set::Set;
use super::{Revocations, fingerprint};
use crate::clock::{Clock, SystemClock};
use crate::random::{Random, SystemRandom};
use crate::store::{Position, RevocationStore, StoreError};

/// How old what is known may be, unless it is said.
const BOUND: Duration = Duration::from_secs(5);

/// Less than that is not kept by any store.
const LEAST_BOUND: Duration = Duration::from_millis(50);

/// Revocations that are about to be read: see [`Revocations::open`].
#[must_use = "nothing is read unless it is awaited"]
pub struct Opening {
    store: Arc<dyn RevocationStore>,
    clock: Arc<dyn Clock>,
    bound: Duration,
    longest_life: Option<Duration>,
}

impl Opening {
    pub(super) fn new(store: Arc<dyn RevocationStore>) -> Self {
        Self { store, clock: Arc::new(SystemClock), bound: BOUND, longest_life: None }
    }

    /// How old what this process knows may be: 5 seconds unless it is said, and not less than
    /// 50 milliseconds. What another process has revoked is obeyed here after this time at the
    /// latest, and sooner as a rule: the store is read several times within it. Where it could not
    /// be read for longer than that, requests of known callers are answered with 503.
    pub fn bound(self, bound: Duration) -> Self {
        Self { bound, ..self }
    }

    /// Promises that no credentials count for longer than this, from the second of their `iat`
    /// to the end of their `exp` (of a token, with the leeway). Then users need to be revoked for
    /// no longer than that, and what is kept about them vanishes.
    ///
    /// The promise is kept: whoever may live longer, or does not say, is refused as if revoked,
    /// and an error in the log names the scheme. Refresh tokens count, too: no less than
    /// `RefreshTokens::absolute`. Every process that shares the store must promise
    /// the same. A promise must not be made longer again before the longer time is over.
    pub fn longest_life(self, longest: Duration) -> Self {
        Self { longest_life: Some(longest), ..self }
    }

    /// Where the time of day comes from, instead of the operating system.
    pub fn clock(self, clock: impl Clock + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    async fn open(self) -> Result<Revocations, StoreError> {
        if self.bound < LEAST_BOUND {
            return Err("the bound of revocations is less than 50 milliseconds".into());
        }
        let runtime = Handle::try_current().map_err(|_| "revocations are opened by tokio")?;
        fingerprint::prepare()?;
        let mut version = [0; 8];
        SystemRandom.fill(&mut version)?;
        let keeper = Arc::new(Keeper {
            store: Arc::clone(&self.store),
            clock: self.clock,
            bound: self.bound,
            longest_life: self.longest_life,
            set: Set::new(u64::from_ne_bytes(version)),
            opened: Instant::now(),
            read_at: AtomicU64::new(0),
        });
        let mut position = Position::default();
        keeper.read(&mut position).await?;
        let feed = Feed {
            keeper: Arc::downgrade(&keeper),
            store: self.store,
            position,
            bound: self.bound,
            read_at: keeper.now(),
        };
        runtime.spawn(feed.work());
        Ok(Revocations(keeper))
    }
}

impl IntoFuture for Opening {
    type Output = Result<Revocations, StoreError>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.open())
    }
}

impl fmt::Debug for Opening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opening").field("bound", &self.bound).finish_non_exhaustive()
    }
}
