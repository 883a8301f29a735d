//! Sessions in Redis: a hash for each.

use super::script::Script;
use super::{MARGIN, RedisStore, digits, hex, kept, seconds};
use crate::store::{SessionKey, SessionStore, Span, StoreFuture, StoredSession};

static BEGIN: Script = Script::new(
    "if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
    redis.call('HSET', KEYS[1], 'contents', ARGV[1], 'since', ARGV[2], 'until', ARGV[3])
    redis.call('EXPIRE', KEYS[1], ARGV[4])
    return 1",
);

static RENEW: Script = Script::new(
    "local span = redis.call('HMGET', KEYS[1], 'since', 'until')
    if span[1] ~= ARGV[1] or span[2] ~= ARGV[2] then return 0 end
    redis.call('HSET', KEYS[1], 'since', ARGV[3], 'until', ARGV[4])
    redis.call('EXPIRE', KEYS[1], ARGV[5])
    return 1",
);

impl RedisStore {
    fn session(&self, key: &SessionKey) -> Vec<u8> {
        self.key("session", hex(key.as_bytes()))
    }
}

impl SessionStore for RedisStore {
    fn begin<'a>(
        &'a self,
        key: &'a SessionKey,
        session: StoredSession,
        _: u64,
    ) -> StoreFuture<'a, ()> {
        Box::pin(self.within(async move {
            let Span { since, until } = session.span;
            let call = BEGIN.on(self.session(key)).with(session.contents);
            let call =
                call.with(digits(since)).with(digits(until)).with(kept(since, until, MARGIN));
            match call.run(&self.0.link).await? {
                true => Ok(()),
                false => Err("there is a session of this key already".into()),
            }
        }))
    }

    fn find<'a>(&'a self, key: &'a SessionKey, now: u64) -> StoreFuture<'a, Option<StoredSession>> {
        Box::pin(self.within(async move {
            let mut ask = redis::cmd("HMGET");
            ask.arg(self.session(key)).arg(&["contents", "since", "until"]);
            let (Some(contents), Some(since), Some(until)) = self.0.link.ask(&ask).await? else {
                return Ok(None);
            };
            let (since, until): (String, String) = (since, until);
            let span = Span { since: seconds(&since)?, until: seconds(&until)? };
            Ok(Some(StoredSession { contents, span }).filter(|_| now < span.until))
        }))
    }

    fn renew<'a>(&'a self, key: &'a SessionKey, from: Span, to: Span) -> StoreFuture<'a, bool> {
        Box::pin(self.within(async move {
            let call = RENEW.on(self.session(key));
            let call = call.with(digits(from.since)).with(digits(from.until));
            let call = call.with(digits(to.since)).with(digits(to.until));
            Ok(call.with(kept(to.since, to.until, MARGIN)).run(&self.0.link).await?)
        }))
    }

    fn end<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(self.within(async move {
            let mut command = redis::cmd("DEL");
            Ok(self.0.link.ask(command.arg(self.session(key))).await?)
        }))
    }
}
