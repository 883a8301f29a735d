//! What hastens the reading of revocations: a connection that listens, in a task that goes on
//! between two questions, so that nothing is missed meanwhile.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use sqlx::postgres::{PgListener, PgPoolOptions};
use sqlx::{Executor, PgPool};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until, timeout};

use super::silence;
use crate::store::StoreError;

/// What is told on it says only that there is something to read.
pub(super) const CHANNEL: &str = "portcullis_revocations";

/// After so long a silence the server is asked whether it is still there: nobody is told of a
/// connection that a network has forgotten.
const SILENCE: Duration = Duration::from_secs(20);

/// Between the end of a connection and the next one.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Default)]
pub(super) struct Feed {
    news: Notify,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// INVARIANT: whoever ends by itself takes itself out.
    task: Option<JoinHandle<()>>,
    failure: Option<String>,
    not_before: Option<Instant>,
}

impl Feed {
    /// Done when there is something to read, or might be: also when a connection begins, since
    /// nothing was heard before. The first one who asks makes it listen.
    pub(super) async fn changed(
        self: &Arc<Self>,
        pool: &PgPool,
        deadline: Duration,
    ) -> Result<(), StoreError> {
        // Before the task begins: from here on nothing is missed.
        let news = self.news.notified();
        self.keep_listening(pool, deadline);
        news.await;
        self.lock().failure.clone().map_or(Ok(()), |failure| Err(failure.into()))
    }

    /// Ends it, and whoever waits for it.
    pub(super) fn close(&self) {
        self.end("the store is closed".to_owned());
    }

    fn keep_listening(self: &Arc<Self>, pool: &PgPool, deadline: Duration) {
        let mut state = self.lock();
        if state.task.as_ref().is_some_and(|task| !task.is_finished()) {
            return;
        }
        state.failure = None;
        let (feed, options) = (Arc::downgrade(self), pool.connect_options());
        let not_before = state.not_before.unwrap_or_else(Instant::now);
        state.task = Some(tokio::spawn(async move {
            sleep_until(not_before).await;
            // Its own pool: it keeps the connection for good.
            let pool = PgPoolOptions::new().max_connections(1).idle_timeout(None);
            let pool = pool.max_lifetime(None).connect_lazy_with((*options).clone());
            let outcome = listen(&feed, &pool, deadline).await;
            if let (Err(error), Some(feed)) = (outcome, feed.upgrade()) {
                feed.end(error.to_string());
            }
        }));
    }

    /// Whoever waits is told, and so is the next one who asks: it may have been reading.
    fn tell(&self) {
        self.news.notify_waiters();
        self.news.notify_one();
    }

    fn end(&self, failure: String) {
        let mut state = self.lock();
        state.failure = Some(failure);
        state.not_before = Some(Instant::now() + PAUSE);
        if let Some(task) = state.task.take() {
            task.abort();
        }
        self.news.notify_waiters();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // No step of a change can panic half-way.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Feed {
    fn drop(&mut self) {
        if let Some(task) = self.lock().task.take() {
            task.abort();
        }
    }
}

/// Listens until the connection is lost, or nobody is left to tell.
async fn listen(feed: &Weak<Feed>, pool: &PgPool, deadline: Duration) -> Result<(), StoreError> {
    let opened = timeout(deadline, async {
        let mut listener = PgListener::connect_with(pool).await?;
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await?;
        Ok::<_, StoreError>(listener)
    });
    let mut listener = opened.await.map_err(|_| silence())??;
    while let Some(feed) = feed.upgrade() {
        feed.tell();
        drop(feed);
        match timeout(SILENCE, listener.try_recv()).await {
            Ok(heard) => {
                heard?.ok_or("the connection to PostgreSQL was lost")?;
            }
            Err(_) => {
                timeout(deadline, listener.execute("SELECT 1")).await.map_err(|_| silence())??;
            }
        }
    }
    Ok(())
}
