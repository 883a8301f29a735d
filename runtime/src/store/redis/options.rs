//! How to connect.

use std::sync::Arc;
use std::time::Duration;

use redis::cluster::ClusterClient;
use redis::io::tcp::TcpSettings;
use redis::io::tcp::socket2::TcpKeepalive;
use redis::{Client, ConnectionInfo, IntoConnectionInfo, ProtocolVersion};

use super::changes::Changes;
use super::connection::{Link, Target};
use super::{Inner, RedisStore, durability};
use crate::store::StoreError;

const DEADLINE: Duration = Duration::from_secs(2);

const PREFIX: &str = "portcullis:";

/// After how long without a sound the other end is asked whether it is still there, and how
/// often.
const KEEPALIVE: Duration = Duration::from_secs(10);

/// What may be chosen before a [`RedisStore`] connects.
#[derive(Clone, Debug)]
#[must_use]
pub struct RedisOptions {
    deadline: Duration,
    prefix: String,
}

impl RedisOptions {
    pub(super) fn new() -> Self {
        Self { deadline: DEADLINE, prefix: PREFIX.to_owned() }
    }

    /// How long anything may take, connecting included: 2 seconds, if nothing is said. What is
    /// late fails; whether it was done is unknown then.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// What all keys begin with: `portcullis:`, if nothing is said. Stores share nothing if
    /// neither's prefix begins with the other's.
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// As [`RedisStore::connect`].
    ///
    /// # Errors
    ///
    /// As there, or if there is a brace in the prefix.
    pub async fn connect(self, url: impl AsRef<str>) -> Result<RedisStore, StoreError> {
        let node = self.node(url.as_ref())?;
        let target = Target::Server(Client::open(node.clone())?);
        self.open(target, vec![node]).await
    }

    /// As [`RedisStore::connect_cluster`].
    ///
    /// # Errors
    ///
    /// As there, or if there is a brace in the prefix.
    pub async fn connect_cluster<U: AsRef<str>>(
        self,
        urls: impl IntoIterator<Item = U>,
    ) -> Result<RedisStore, StoreError> {
        let nodes = urls.into_iter().map(|url| self.node(url.as_ref()));
        let nodes = nodes.collect::<Result<Vec<_>, _>>()?;
        let client = ClusterClient::builder(nodes.clone())
            // A retry cannot tell its own first try from somebody else's: whoever asks decides.
            .retries(0)
            // Here the connection is told of nodes that went away before something is sent.
            .use_protocol(ProtocolVersion::RESP3)
            .connection_timeout(self.deadline / 4)
            .response_timeout(self.deadline)
            .tcp_settings(self.tcp())
            .build()?;
        self.open(Target::Cluster(Box::new(client)), nodes).await
    }

    async fn open(
        self,
        target: Target,
        nodes: Vec<ConnectionInfo>,
    ) -> Result<RedisStore, StoreError> {
        // They say which part of a key its slot is chosen by.
        if self.prefix.contains(['{', '}']) {
            return Err("there is a brace in the prefix of keys in Redis".into());
        }
        let Self { deadline, prefix } = self;
        let alone = matches!(target, Target::Server(_));
        let link = Link::new(target, deadline);
        let changes = Changes::new(nodes.clone(), &prefix, deadline);
        let store = RedisStore(Arc::new(Inner { link, changes, prefix, deadline }));
        store.within(async { Ok(store.0.link.ready().await?) }).await?;
        store.within(durability::check(&nodes, alone, deadline)).await?;
        Ok(store)
    }

    fn node(&self, url: &str) -> Result<ConnectionInfo, StoreError> {
        Ok(url.into_connection_info()?.set_tcp_settings(self.tcp()))
    }

    /// A connection that nothing comes through any more is to be found out.
    fn tcp(&self) -> TcpSettings {
        let keepalive = TcpKeepalive::new().with_time(KEEPALIVE).with_interval(KEEPALIVE);
        let settings = TcpSettings::default().set_nodelay(true).set_keepalive(keepalive);
        #[cfg(target_os = "linux")]
        let settings = settings.set_user_timeout(self.deadline);
        settings
    }
}
