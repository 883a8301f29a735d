//! The task that reads what others have revoked, as long as its runtime and the revocations are
//! there. Without it what is known grows old, and nobody enters.

use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Weak};
use std::time::Duration;

use futures_util::FutureExt;
use tokio::time::{sleep, timeout};

use super::SKEW;
use super::keeper::Keeper;
use crate::store::{Position, RevocationStore, StoreError};

/// So often within the bound is it read.
const READINGS: u32 = 4;

/// A store that tells of changes again and again is read no more often than that.
const LEAST_REST: Duration = Duration::from_millis(5);

pub(super) struct Feed {
    pub(super) keeper: Weak<Keeper>,
    pub(super) store: Arc<dyn RevocationStore>,
    /// How far it was read.
    pub(super) position: Position,
    pub(super) bound: Duration,
    /// The time of the last reading, in seconds since 1970.
    pub(super) read_at: u64,
}

impl Feed {
    pub(super) async fn work(mut self) {
        let mut silent = false;
        while let Some(keeper) = self.keeper.upgrade() {
            let outcome = self.read(&keeper).await;
            keeper.set.sweep(keeper.now());
            drop(keeper);
            match &outcome {
                Ok(()) if silent => tracing::info!("the store of revocations answers again"),
                Err(error) if !silent => {
                    tracing::error!("the store of revocations cannot be asked: {error}");
                }
                _ => {}
            }
            silent = outcome.is_err();
            self.rest().await;
        }
    }

    async fn read(&mut self, keeper: &Keeper) -> Result<(), StoreError> {
        let now = keeper.now();
        if now.saturating_add(SKEW) < self.read_at {
            // The clock was ahead, and what was dropped as over is not.
            self.position = Position::default();
        }
        self.read_at = now;
        let reading = AssertUnwindSafe(keeper.read(&mut self.position)).catch_unwind();
        match timeout(self.bound, reading).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err("it panicked".into()),
            Err(_) => Err("it does not answer".into()),
        }
    }

    /// Until it is time to read again, or there is something to read.
    async fn rest(&self) {
        let rest = self.bound / READINGS;
        let changed = AssertUnwindSafe(async { self.store.changed().await }).catch_unwind();
        match timeout(rest, changed).await {
            Ok(Ok(Ok(()))) => sleep(LEAST_REST).await,
            Ok(Ok(Err(_)) | Err(_)) => sleep(rest).await,
            Err(_) => {}
        }
    }
}
