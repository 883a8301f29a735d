//! A key of a cluster that is on its way from one node to another.

use redis::cluster_routing::SingleNodeRoutingInfo;
use redis::{Cmd, ErrorKind, FromRedisValue, Pipeline, RedisError, RedisResult, ServerErrorKind};

use super::connection::Connection;

/// Asks the other node, if that is what the error says; nothing was done then. The connection
/// does so by itself only together with retries that we do not want.
pub(super) async fn follow<T: FromRedisValue>(
    connection: &mut Connection,
    command: &Cmd,
    error: RedisError,
) -> RedisResult<T> {
    let asked = error.kind() == ErrorKind::Server(ServerErrorKind::Ask);
    let (Connection::Cluster(cluster), true) = (connection, asked) else { return Err(error) };
    let node = error.redirect_node().and_then(|(node, _)| node.rsplit_once(':'));
    let port = node.and_then(|(_, port)| port.parse().ok());
    let (Some((host, _)), Some(port)) = (node, port) else { return Err(error) };
    let route = SingleNodeRoutingInfo::ByAddress { host: host.to_owned(), port };
    let mut both = Pipeline::with_capacity(2);
    both.cmd("ASKING").add_command(command.clone());
    let answers = cluster.route_pipeline(both, 0, 2, route).await?;
    let answer = answers.into_iter().nth(1).ok_or(error)?;
    Ok(T::from_redis_value(answer.extract_error()?)?)
}
