//! Hears that something was revoked, on a connection of its own. In a cluster every node tells
//! what was published on any.

use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use futures_util::{FutureExt, StreamExt};
use redis::aio::PubSub;
use redis::{Client, ConnectionInfo};
use tokio::sync::{Mutex, Notify};
use tokio::time::{Instant, sleep_until, timeout};

use crate::store::StoreError;

/// A connection that breaks again and again is not made more often than that.
const PAUSE: Duration = Duration::from_millis(500);

pub(super) struct Changes {
    nodes: Vec<ConnectionInfo>,
    channel: String,
    deadline: Duration,
    listening: Mutex<Listening>,
    /// Several may wait, of whom one listens.
    heard: Notify,
}

#[derive(Default)]
struct Listening {
    on: Option<PubSub>,
    /// How often it was connected.
    times: usize,
    not_before: Option<Instant>,
}

impl Changes {
    pub(super) fn new(nodes: Vec<ConnectionInfo>, prefix: &str, deadline: Duration) -> Self {
        Self {
            nodes,
            channel: format!("{prefix}revocations"),
            deadline,
            listening: Mutex::default(),
            heard: Notify::new(),
        }
    }

    pub(super) fn channel(&self) -> &str {
        &self.channel
    }

    /// Done when there may be news. What comes while nobody waits is kept for the next who does.
    pub(super) async fn next(&self) -> Result<(), StoreError> {
        let told = pin!(self.heard.notified());
        let listen = pin!(self.listen());
        match select(told, listen).await {
            Either::Left(_) => Ok(()),
            Either::Right((outcome, _)) => {
                self.heard.notify_waiters();
                outcome
            }
        }
    }

    /// Dropped at any point, it loses nothing.
    async fn listen(&self) -> Result<(), StoreError> {
        let mut listening = self.listening.lock().await;
        let Some(on) = listening.on.as_mut() else {
            return self.connect(&mut listening).await;
        };
        let message = on.on_message().next().await;
        if message.is_none() {
            listening.on = None;
            return Err("the connection on which Redis tells of changes is gone".into());
        }
        // However many there are, they are read at once.
        while let Some(Some(_)) = on.on_message().next().now_or_never() {}
        Ok(())
    }

    /// There may have been news meanwhile.
    async fn connect(&self, listening: &mut Listening) -> Result<(), StoreError> {
        if let Some(not_before) = listening.not_before {
            sleep_until(not_before).await;
        }
        listening.not_before = Some(Instant::now() + PAUSE);
        let node = self.nodes.iter().cycle().nth(listening.times).ok_or("there is no node")?;
        // A node that is away is not asked for ever.
        listening.times = (listening.times + 1) % self.nodes.len();
        let subscribed = timeout(self.deadline, async {
            let mut on = Client::open(node.clone())?.get_async_pubsub().await?;
            on.subscribe(self.channel.as_str()).await?;
            Ok::<_, StoreError>(on)
        });
        let late = |_| format!("Redis did not answer within {:?}", self.deadline);
        listening.on = Some(subscribed.await.map_err(late)??);
        Ok(())
    }
}
