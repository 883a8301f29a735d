//! A Redis Cluster.

use std::io;

use crate::chance;
use crate::redis::Redis;
use crate::wait;

/// Three Redis servers that share their keys among them, without copies.
#[derive(Debug)]
pub struct RedisCluster {
    nodes: Vec<Redis>,
}

impl RedisCluster {
    /// Starts the servers, and waits until all agree who has which keys.
    ///
    /// # Errors
    ///
    /// If Redis is not installed, which names the package, or the cluster does not come up.
    pub fn start() -> io::Result<Self> {
        let password = chance::password()?;
        let nodes: io::Result<Vec<Redis>> =
            (0..SLOTS.len()).map(|_| Redis::start_with(SETTINGS, &password)).collect();
        let cluster = Self { nodes: nodes? };
        cluster.join()?;
        cluster.wait_until_agreed()?;
        Ok(cluster)
    }

    /// Where the servers are, for clients: `redis://…`. One is enough to find the others.
    #[must_use]
    pub fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(Redis::url).collect()
    }

    /// The servers.
    #[must_use]
    pub fn nodes(&self) -> &[Redis] {
        &self.nodes
    }

    /// The servers, to stop one of them. It is not up before [`restart`](Self::restart) says so.
    #[must_use]
    pub fn nodes_mut(&mut self) -> &mut [Redis] {
        &mut self.nodes
    }

    /// Stops all servers where they stand: connections are made, and not answered.
    ///
    /// # Errors
    ///
    /// If the kernel will not.
    pub fn freeze(&self) -> io::Result<()> {
        self.nodes.iter().try_for_each(Redis::freeze)
    }

    /// Lets them go on, and waits until they agree.
    ///
    /// # Errors
    ///
    /// If the kernel will not.
    pub fn thaw(&self) -> io::Result<()> {
        self.nodes.iter().try_for_each(Redis::thaw)?;
        self.wait_until_agreed()
    }

    /// Ends all servers at once (`kill -9`).
    ///
    /// # Errors
    ///
    /// If the kernel will not.
    pub fn kill(&mut self) -> io::Result<()> {
        self.nodes.iter_mut().try_for_each(Redis::kill)
    }

    /// Kills those that run, starts all where they were with what they have kept, and waits until
    /// they agree.
    ///
    /// # Errors
    ///
    /// If one does not start.
    pub fn restart(&mut self) -> io::Result<()> {
        self.kill()?;
        self.nodes.iter_mut().try_for_each(Redis::restart)?;
        self.wait_until_agreed()
    }

    /// Every file that they keep, one after another.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn dump(&self) -> io::Result<Vec<u8>> {
        let all: io::Result<Vec<_>> = self.nodes.iter().map(Redis::dump).collect();
        Ok(all?.concat())
    }

    /// Deals out the slots, and makes the servers known to each other.
    fn join(&self) -> io::Result<()> {
        let first = self.nodes.first().ok_or(io::ErrorKind::NotFound)?;
        let port = first.port().to_string();
        for (epoch, (node, [from, to])) in (1..).zip(self.nodes.iter().zip(SLOTS)) {
            node.command(&["CLUSTER", "ADDSLOTSRANGE", from, to])?;
            node.command(&["CLUSTER", "SET-CONFIG-EPOCH", &i32::to_string(&epoch)])?;
            if node.port() != first.port() {
                node.command(&["CLUSTER", "MEET", "127.0.0.1", &port])?;
            }
        }
        Ok(())
    }

    fn wait_until_agreed(&self) -> io::Result<()> {
        let expected = ["cluster_state:ok", "cluster_slots_ok:16384", "cluster_known_nodes:3"];
        wait::until("agreement of the Redis Cluster", || {
            Ok(self.nodes.iter().all(|node| {
                let info = node.command(&["CLUSTER", "INFO"]).unwrap_or_default();
                expected.iter().all(|line| info.lines().any(|said| said.trim() == *line))
            }))
        })
    }
}

/// Who has which.
const SLOTS: [[&str; 2]; 3] = [["0", "5460"], ["5461", "10922"], ["10923", "16383"]];

/// A server that has been away is trusted again after twice the timeout, in milliseconds.
const SETTINGS: &str = "cluster-enabled yes\ncluster-node-timeout 1500\n";
