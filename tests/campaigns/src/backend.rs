//! The stores, as what can be broken and stolen.

use std::fmt;
use std::fs;
use std::net::SocketAddr;

use portcullis_servers::{Postgres, Proxy, Redis, RedisCluster};
use tempfile::TempDir;

use crate::Outcome;
use crate::sqlite;

/// Where a store of Portcullis keeps what it keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// In the memory of the application.
    Memory,
    /// In a file.
    Sqlite,
    /// In a PostgreSQL server.
    Postgres,
    /// In a Redis server.
    Redis,
    /// In a Redis Cluster.
    RedisCluster,
}

impl Kind {
    /// All there are.
    pub const ALL: [Self; 5] =
        [Self::Memory, Self::Sqlite, Self::Postgres, Self::Redis, Self::RedisCluster];

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.to_string() == name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Memory => "memory",
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Redis => "redis",
            Self::RedisCluster => "redis-cluster",
        })
    }
}

/// One store of its own, with nothing in it at first.
#[derive(Debug)]
pub(crate) enum Backend {
    Memory,
    Sqlite(TempDir),
    Postgres(Postgres),
    Redis(Redis),
    RedisCluster(RedisCluster),
}

impl Backend {
    pub(crate) fn start(kind: Kind) -> Outcome<Self> {
        Ok(match kind {
            Kind::Memory => Self::Memory,
            Kind::Sqlite => {
                Self::Sqlite(tempfile::Builder::new().prefix("portcullis-sqlite-").tempdir()?)
            }
            Kind::Postgres => Self::Postgres(Postgres::start()?),
            Kind::Redis => Self::Redis(Redis::start()?),
            Kind::RedisCluster => Self::RedisCluster(RedisCluster::start()?),
        })
    }

    /// What to tell an application.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::Memory => "memory:".to_owned(),
            Self::Sqlite(folder) => {
                format!("sqlite:{}", folder.path().join(sqlite::FILE).display())
            }
            Self::Postgres(server) => server.url(),
            Self::Redis(server) => server.url(),
            Self::RedisCluster(servers) => servers.urls().join(","),
        }
    }

    /// The same over a line that can be broken, if there is a line.
    pub(crate) fn proxied(&self) -> Outcome<Option<(Proxy, String)>> {
        let through = |address, url: &dyn Fn(SocketAddr) -> String| -> Outcome<_> {
            let proxy = Proxy::start(address)?;
            let url = url(proxy.address());
            Ok(Some((proxy, url)))
        };
        match self {
            Self::Postgres(server) => through(server.address(), &|at| server.url_at(at)),
            Self::Redis(server) => through(server.address(), &|at| server.url_at(at)),
            // The nodes of a cluster tell clients of each other: nobody would use the proxy.
            Self::Memory | Self::Sqlite(_) | Self::RedisCluster(_) => Ok(None),
        }
    }

    /// Whether it is a process of its own.
    pub(crate) fn is_server(&self) -> bool {
        !matches!(self, Self::Memory | Self::Sqlite(_))
    }

    pub(crate) fn kill(&mut self) -> Outcome {
        match self {
            Self::Memory | Self::Sqlite(_) => return Err("no server to kill".into()),
            Self::Postgres(server) => server.kill()?,
            Self::Redis(server) => server.kill()?,
            Self::RedisCluster(servers) => servers.kill()?,
        }
        Ok(())
    }

    pub(crate) fn restart(&mut self) -> Outcome {
        match self {
            Self::Memory | Self::Sqlite(_) => return Err("no server to start".into()),
            Self::Postgres(server) => server.restart()?,
            Self::Redis(server) => server.restart()?,
            Self::RedisCluster(servers) => servers.restart()?,
        }
        Ok(())
    }

    pub(crate) fn freeze(&self) -> Outcome {
        match self {
            Self::Memory | Self::Sqlite(_) => return Err("no server to freeze".into()),
            Self::Postgres(server) => server.freeze()?,
            Self::Redis(server) => server.freeze()?,
            Self::RedisCluster(servers) => servers.freeze()?,
        }
        Ok(())
    }

    pub(crate) fn thaw(&self) -> Outcome {
        match self {
            Self::Memory | Self::Sqlite(_) => return Err("no server to thaw".into()),
            Self::Postgres(server) => server.thaw()?,
            Self::Redis(server) => server.thaw()?,
            Self::RedisCluster(servers) => servers.thaw()?,
        }
        Ok(())
    }

    /// Every byte that it keeps.
    pub(crate) fn dump(&self) -> Outcome<Vec<u8>> {
        match self {
            Self::Memory => Err("nothing is kept".into()),
            Self::Sqlite(folder) => {
                let mut all = Vec::new();
                for entry in fs::read_dir(folder.path())? {
                    all.extend(fs::read(entry?.path())?);
                }
                all.extend(sqlite::rows(folder.path())?);
                Ok(all)
            }
            Self::Postgres(server) => Ok(server.dump()?),
            Self::Redis(server) => Ok(server.dump()?),
            Self::RedisCluster(servers) => Ok(servers.dump()?),
        }
    }
}
