//! Database servers that a test starts for itself, to be stopped, frozen and killed.
//!
//! Each has a folder and a loopback port of its own and a password by chance, keeps what it has
//! acknowledged through a crash, and is gone with the value that stands for it, or with the
//! program, however that ends.

pub use cluster::RedisCluster;
pub use postgres::Postgres;
pub use proxy::{Behaviour, Proxy};
pub use redis::Redis;
pub use spawner::spawn_program;

mod chance;
mod cluster;
mod postgres;
mod process;
mod proxy;
mod redis;
mod spawner;
mod wait;
