//! Whether a server keeps what it accepts.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::future::try_join_all;
use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, ConnectionInfo, RedisResult};

use crate::store::StoreError;

/// What each setting must be for the promise to hold.
const NEEDED: [(&str, &str); 3] =
    [("appendonly", "yes"), ("appendfsync", "always"), ("maxmemory-policy", "noeviction")];

/// Warns of servers that may lose what they have accepted.
///
/// # Errors
///
/// If a server that was said to be alone is part of a cluster: most keys would not be its own.
pub(super) async fn check(
    nodes: &[ConnectionInfo],
    alone: bool,
    deadline: Duration,
) -> Result<(), StoreError> {
    try_join_all(nodes.iter().map(|node| check_one(node, alone, deadline / 4))).await.map(drop)
}

async fn check_one(
    node: &ConnectionInfo,
    alone: bool,
    deadline: Duration,
) -> Result<(), StoreError> {
    let server = node.addr().to_string();
    let Ok(mut connection) = connection(node, deadline).await else {
        tracing::warn!(server, "this node of Redis does not answer");
        return Ok(());
    };
    if alone && is_of_a_cluster(&mut connection).await {
        return Err("this Redis server is part of a cluster: use `connect_cluster`".into());
    }
    match settings(&mut connection).await {
        Ok(settings) => warn_of(&server, &settings),
        Err(_) => tracing::info!(
            server,
            "Redis does not say whether it keeps what it has accepted: see `RedisStore`"
        ),
    }
    Ok(())
}

fn warn_of(server: &str, settings: &HashMap<String, String>) {
    for (name, needed) in NEEDED {
        let Some(value) = settings.get(name).filter(|value| *value != needed) else { continue };
        tracing::warn!(
            server,
            setting = name,
            value,
            needed,
            "Redis may lose what it has accepted: see `RedisStore`"
        );
    }
}

async fn connection(
    node: &ConnectionInfo,
    deadline: Duration,
) -> RedisResult<MultiplexedConnection> {
    let config = AsyncConnectionConfig::new()
        .set_connection_timeout(Some(deadline))
        .set_response_timeout(Some(deadline));
    Client::open(node.clone())?.get_multiplexed_async_connection_with_config(&config).await
}

async fn is_of_a_cluster(connection: &mut MultiplexedConnection) -> bool {
    let info: RedisResult<String> = redis::cmd("INFO").arg("server").query_async(connection).await;
    info.is_ok_and(|info| info.contains("redis_mode:cluster"))
}

async fn settings(connection: &mut MultiplexedConnection) -> RedisResult<HashMap<String, String>> {
    let mut ask = redis::cmd("CONFIG");
    ask.arg("GET");
    // One by one: only since Redis 7 may they be asked for together.
    let mut settings = HashMap::new();
    for (name, _) in NEEDED {
        let mut ask = ask.clone();
        settings.extend(ask.arg(name).query_async::<HashMap<String, String>>(connection).await?);
    }
    Ok(settings)
}
