//! One connection that all share, made anew as soon as it is in doubt.
//!
//! Nothing that may have been done is ever sent a second time: who asked is told that the outcome
//! is unknown, and decides.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use redis::aio::{ConnectionLike, MultiplexedConnection};
use redis::cluster::ClusterClient;
use redis::cluster_async::ClusterConnection;
use redis::{
    AsyncConnectionConfig, Client, Cmd, ErrorKind, FromRedisValue, Pipeline, RedisError,
    RedisFuture, RedisResult, ServerErrorKind, Value,
};
use tokio::time::{sleep, timeout};

use super::redirect;

/// A connection that was silent for longer is asked whether it still is one.
const FRESH: Duration = Duration::from_secs(1);

/// How long to wait before it is asked again where a key is.
const PAUSE: Duration = Duration::from_millis(50);

/// Where to connect to.
pub(super) enum Target {
    Server(Client),
    Cluster(Box<ClusterClient>),
}

/// Cheap to clone; clones send through one socket for each server.
#[derive(Clone)]
pub(super) enum Connection {
    Server(MultiplexedConnection),
    Cluster(ClusterConnection),
}

pub(super) struct Link {
    target: Target,
    deadline: Duration,
    held: Mutex<Option<Held>>,
    /// Whoever has it connects, and all others wait.
    turn: tokio::sync::Mutex<()>,
}

#[derive(Clone)]
struct Held {
    connection: Connection,
    since: Instant,
    used: Instant,
}

impl Link {
    pub(super) fn new(target: Target, deadline: Duration) -> Self {
        Self { target, deadline, held: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }

    /// What the server answers. Whoever gives up waiting must [`doubt`](Self::doubt).
    pub(super) async fn ask<T: FromRedisValue>(&self, command: &Cmd) -> RedisResult<T> {
        let began = Instant::now();
        loop {
            let mut connection = self.connection().await?;
            let outcome = match command.query_async(&mut connection).await {
                Err(error) => redirect::follow(&mut connection, command, error).await,
                done => done,
            };
            let error = match outcome {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            let late = began.elapsed() >= self.deadline / 4;
            if late || !self.was_not_done(&error) {
                if is_of_the_connection(&error) {
                    self.doubt(began);
                }
                return Err(error);
            }
            sleep(PAUSE).await;
        }
    }

    /// Done as soon as there is a connection.
    pub(super) async fn ready(&self) -> RedisResult<()> {
        self.connection().await.map(drop)
    }

    /// Lets go of the connection, if it is not newer than what has failed on it.
    pub(super) fn doubt(&self, began: Instant) {
        self.lock().take_if(|held| held.since <= began);
    }

    async fn connection(&self) -> RedisResult<Connection> {
        if let Some(connection) = self.fresh() {
            return Ok(connection);
        }
        let _turn = self.turn.lock().await;
        if let Some(connection) = self.fresh() {
            return Ok(connection);
        }
        let stale = self.lock().clone();
        let mut held = match stale {
            Some(held) => held,
            None => self.connect().await?,
        };
        if !answers(&mut held.connection, self.deadline / 4).await {
            held = self.connect().await?;
        }
        held.used = Instant::now();
        Ok(self.lock().insert(held).connection.clone())
    }

    /// The connection, if it was of use a moment ago. This is its next use.
    fn fresh(&self) -> Option<Connection> {
        let mut held = self.lock();
        let held = held.as_mut().filter(|held| held.used.elapsed() < FRESH)?;
        held.used = Instant::now();
        Some(held.connection.clone())
    }

    async fn connect(&self) -> RedisResult<Held> {
        let since = Instant::now();
        let connection = self.target.connect(self.deadline).await?;
        Ok(Held { connection, since, used: since })
    }

    fn lock(&self) -> MutexGuard<'_, Option<Held>> {
        // Nothing is done under the lock that could panic half-way.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the answer says that nothing was done, and that it will be in a moment: a key has
    /// moved, or is just moving.
    fn was_not_done(&self, error: &RedisError) -> bool {
        let moving = match error.kind() {
            ErrorKind::ClusterConnectionNotFound => true,
            ErrorKind::Server(kind) => {
                matches!(kind, ServerErrorKind::Moved | ServerErrorKind::TryAgain)
            }
            _ => false,
        };
        moving && matches!(self.target, Target::Cluster(_))
    }
}

impl Target {
    async fn connect(&self, deadline: Duration) -> RedisResult<Connection> {
        match self {
            Self::Server(client) => {
                let config = AsyncConnectionConfig::new()
                    .set_connection_timeout(Some(deadline))
                    .set_response_timeout(Some(deadline));
                let connection = client.get_multiplexed_async_connection_with_config(&config);
                connection.await.map(Connection::Server)
            }
            Self::Cluster(client) => client.get_async_connection().await.map(Connection::Cluster),
        }
    }
}

/// A cluster's connection watches its nodes by itself.
async fn answers(connection: &mut Connection, within: Duration) -> bool {
    let Connection::Server(server) = connection else { return true };
    let ping = redis::cmd("PING");
    let pong = timeout(within, server.send_packed_command(&ping)).await;
    pong.is_ok_and(|pong| pong.is_ok())
}

/// Whether another connection may get another answer.
fn is_of_the_connection(error: &RedisError) -> bool {
    match error.kind() {
        ErrorKind::Server(kind) => {
            matches!(kind, ServerErrorKind::ReadOnly | ServerErrorKind::MasterDown)
        }
        ErrorKind::Extension | ErrorKind::UnexpectedReturnType => false,
        _ => true,
    }
}

impl ConnectionLike for Connection {
    fn req_packed_command<'a>(&'a mut self, cmd: &'a Cmd) -> RedisFuture<'a, Value> {
        match self {
            Self::Server(server) => server.req_packed_command(cmd),
            Self::Cluster(cluster) => cluster.req_packed_command(cmd),
        }
    }

    fn req_packed_commands<'a>(
        &'a mut self,
        pipeline: &'a Pipeline,
        offset: usize,
        count: usize,
    ) -> RedisFuture<'a, Vec<Value>> {
        match self {
            Self::Server(server) => server.req_packed_commands(pipeline, offset, count),
            Self::Cluster(cluster) => cluster.req_packed_commands(pipeline, offset, count),
        }
    }

    fn get_db(&self) -> i64 {
        match self {
            Self::Server(server) => server.get_db(),
            Self::Cluster(cluster) => cluster.get_db(),
        }
    }
}
