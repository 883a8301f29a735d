//! What belongs to somebody. On a cluster it is somewhere else than what it names, so there is no
//! step that would be about both: a name is noted before there is anything of this name, and may
//! stay for a while when nothing is left of it.

use redis::RedisResult;

use super::script::Script;
use super::{MARGIN, RedisStore};
use crate::store::StoreError;

/// A name is noted with the time of the server's clock, and again only then a name of its own:
/// nobody who lets go of an old one can meet a new one. Those that are good for no longer go.
static NOTE: Script = Script::new(
    "local now = tonumber(redis.call('TIME')[1])
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
    local noted = ARGV[1] .. ':' .. string.format('%.0f', now)
    if ARGV[2] == '' then
        redis.call('ZADD', KEYS[1], '+inf', noted)
        redis.call('PERSIST', KEYS[1])
        return noted
    end
    local left, kept = redis.call('TTL', KEYS[1]), tonumber(ARGV[2])
    redis.call('ZADD', KEYS[1], now + kept, noted)
    if left == -2 or left >= 0 and left < kept then redis.call('EXPIRE', KEYS[1], kept) end
    return noted",
);

static ALL: Script =
    Script::new("return {redis.call('TIME')[1], redis.call('ZRANGE', KEYS[1], 0, -1)}");

/// A name in an index.
pub(super) struct Noted {
    pub(super) name: String,
    /// The name, as it was noted.
    pub(super) noted: String,
    /// Whether nobody is about to make what it names any more.
    pub(super) old: bool,
}

impl RedisStore {
    /// Notes a name, for so many seconds at least; and as what.
    pub(super) async fn note(
        &self,
        index: Vec<u8>,
        name: &str,
        kept: Option<String>,
    ) -> RedisResult<String> {
        NOTE.on(index).with(name).with(kept.unwrap_or_default()).run(&self.0.link).await
    }

    /// Every name that was noted before this began and not let go.
    pub(super) async fn noted(&self, index: Vec<u8>) -> Result<Vec<Noted>, StoreError> {
        let (now, all): (String, Vec<String>) = ALL.on(index).run(&self.0.link).await?;
        let now: u64 = now.parse()?;
        let names = all.into_iter().filter_map(|noted| {
            let (name, at) = noted.rsplit_once(':')?;
            let old = at.parse::<u64>().ok()?.saturating_add(MARGIN) < now;
            Some(Noted { name: name.to_owned(), old, noted })
        });
        Ok(names.collect())
    }

    /// Lets go of names. That is tidying up: whoever asked for something else has got it.
    pub(super) async fn let_go(&self, index: Vec<u8>, noted: &[String]) {
        if noted.is_empty() {
            return;
        }
        let mut command = redis::cmd("ZREM");
        let gone: RedisResult<()> = self.0.link.ask(command.arg(index).arg(noted)).await;
        if let Err(error) = gone {
            tracing::debug!(%error, "Redis keeps the names of what has ended");
        }
    }
}
