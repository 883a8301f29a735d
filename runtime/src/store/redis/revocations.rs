//! Revocations in Redis: one log of all, on one node of a cluster.

use redis::RedisResult;
use serde::{Deserialize, Serialize};

use super::script::{Call, Script};
use super::{MARGIN, RedisStore};
use crate::store::{
    Position, Revocable, Revocation, RevocationStore, Revoked, StoreError, StoreFuture,
};

/// Positions are microseconds of the server's clock, each at least one behind the last: a log that
/// has lost its end, or all, gives none a second time. They stay far below 2⁵³, up to which
/// numbers of Lua and of sorted sets are exact.
///
/// Each revocation makes room for more than itself. That there is news only hastens, so it may
/// fail: a user of Redis may lack the permission.
static REVOKE: Script = Script::new(
    "local over = redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ARGV[3], 'LIMIT', 0, 16)
    for _, position in ipairs(over) do
        redis.call('ZREMRANGEBYSCORE', KEYS[2], position, position)
        redis.call('ZREM', KEYS[3], position)
    end
    local now = redis.call('TIME')
    local position = tonumber(now[1]) * 1000000 + tonumber(now[2])
    local last = redis.call('HGET', KEYS[1], 'last')
    if last then position = math.max(position, tonumber(last) + 1) end
    position = string.format('%.0f', position)
    redis.call('ZADD', KEYS[2], position, position .. ':' .. ARGV[1])
    if ARGV[2] ~= '' then redis.call('ZADD', KEYS[3], ARGV[2], position) end
    redis.call('HSETNX', KEYS[1], 'first', position)
    redis.call('HSET', KEYS[1], 'last', position)
    redis.pcall('PUBLISH', ARGV[4], '')",
);

/// What is behind a position, and the first and the last one of the log.
static AFTER: Script = Script::new(
    "local ends = redis.call('HMGET', KEYS[1], 'first', 'last')
    local page = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. ARGV[1], '+inf', 'LIMIT', 0, ARGV[2])
    return {ends[1] or '0', ends[2] or '0', page}",
);

/// How many are read at once.
const PAGE: usize = 4096;

/// A revocation as it is stored.
#[derive(Deserialize, Serialize)]
struct Entry {
    issuer: String,
    what: What,
    until: Option<u64>,
}

#[derive(Deserialize, Serialize)]
enum What {
    Token(String),
    Session(String),
    User(String, u64),
}

impl RedisStore {
    fn log(&self, script: &'static Script) -> Call {
        let key = |name| self.key("{revocations}", name);
        script.on(key("ends")).and(key("log")).and(key("over"))
    }

    async fn page(&self, after: u64) -> RedisResult<(u64, u64, Vec<String>)> {
        let call = self.log(&AFTER).with(after.to_string()).with(PAGE.to_string());
        call.run(&self.0.link).await
    }
}

impl RevocationStore for RedisStore {
    fn revoke(&self, revocation: Revocation, now: u64) -> StoreFuture<'_, ()> {
        Box::pin(self.within(async move {
            let until = revocation.until.map(|until| until.to_string()).unwrap_or_default();
            let entry = serde_json::to_string(&Entry::from(revocation))?;
            let over = now.saturating_sub(MARGIN).to_string();
            let call = self.log(&REVOKE).with(entry).with(until).with(over);
            Ok(call.with(self.0.changes.channel()).run(&self.0.link).await?)
        }))
    }

    fn after(&self, position: Position, now: u64) -> StoreFuture<'_, Revoked> {
        Box::pin(self.within(async move {
            let mut at = position.0;
            loop {
                let (first, last, page) = self.page(at).await?;
                if at != 0 && at < first {
                    // Another log has stood here, which ended before this one began.
                    return Ok(Revoked::default());
                }
                let full = page.len() == PAGE;
                let mut revocations = Vec::new();
                at = at.min(last);
                for line in page {
                    let (position, revocation) = read(&line)?;
                    at = position;
                    revocations
                        .extend(revocation.until.is_none_or(|end| now < end).then_some(revocation));
                }
                if !full || !revocations.is_empty() {
                    return Ok(Revoked { revocations, position: Position(at), more: full });
                }
            }
        }))
    }

    fn changed(&self) -> StoreFuture<'_, ()> {
        Box::pin(self.0.changes.next())
    }
}

fn read(line: &str) -> Result<(u64, Revocation), StoreError> {
    let (position, entry) = line.split_once(':').ok_or("this is no revocation of ours")?;
    let entry: Entry = serde_json::from_str(entry)?;
    Ok((position.parse()?, entry.into()))
}

impl From<Revocation> for Entry {
    fn from(Revocation { issuer, what, until }: Revocation) -> Self {
        let what = match what {
            Revocable::Token(id) => What::Token(id),
            Revocable::Session(id) => What::Session(id),
            Revocable::User { id, up_to } => What::User(id, up_to),
        };
        Self { issuer, what, until }
    }
}

impl From<Entry> for Revocation {
    fn from(Entry { issuer, what, until }: Entry) -> Self {
        let what = match what {
            What::Token(id) => Revocable::Token(id),
            What::Session(id) => Revocable::Session(id),
            What::User(id, up_to) => Revocable::User { id, up_to },
        };
        Self { issuer, what, until }
    }
}
