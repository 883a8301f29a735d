//! Scripts, by which several steps on one key, or on the keys of one slot, are one atomic step.
//!
//! Lua has no integers that could hold every `u64`, so times are texts of 20 digits, which
//! compare as the numbers do.

use std::sync::OnceLock;

use redis::{Cmd, ErrorKind, FromRedisValue, RedisResult, ServerErrorKind};

use super::connection::Link;

pub(super) struct Script {
    text: &'static str,
    hash: OnceLock<String>,
}

/// A script with what it is to work on.
pub(super) struct Call {
    script: &'static Script,
    keys: Vec<Vec<u8>>,
    arguments: Vec<Vec<u8>>,
}

impl Script {
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text, hash: OnceLock::new() }
    }

    pub(super) fn on(&'static self, key: Vec<u8>) -> Call {
        Call { script: self, keys: vec![key], arguments: Vec::new() }
    }

    fn hash(&self) -> &str {
        self.hash.get_or_init(|| redis::Script::new(self.text).get_hash().to_owned())
    }
}

impl Call {
    /// One more key, of the same slot.
    pub(super) fn and(mut self, key: Vec<u8>) -> Self {
        self.keys.push(key);
        self
    }

    pub(super) fn with(mut self, argument: impl Into<Vec<u8>>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// What the script answers. A server that does not know it (any more) is sent the text.
    pub(super) async fn run<T: FromRedisValue>(&self, link: &Link) -> RedisResult<T> {
        match link.ask(&self.command("EVALSHA", self.script.hash())).await {
            Err(error) if error.kind() == ErrorKind::Server(ServerErrorKind::NoScript) => {
                link.ask(&self.command("EVAL", self.script.text)).await
            }
            answer => answer,
        }
    }

    fn command(&self, by: &str, script: &str) -> Cmd {
        let mut command = redis::cmd(by);
        command.arg(script).arg(self.keys.len()).arg(&self.keys).arg(&self.arguments);
        command
    }
}
