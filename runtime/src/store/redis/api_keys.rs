//! API keys in Redis: a hash for each, the names of those of an owner, and of those that end.

use std::collections::HashMap;

use redis::RedisResult;

use super::script::Script;
use super::{RedisStore, all, api_key, digits};
use crate::store::{ApiKeyStore, StoreError, StoreFuture, StoredApiKey};

static ADD: Script = Script::new(
    "if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
    redis.call('HSET', KEYS[1], unpack(ARGV))
    return 1",
);

static MARK_USED: Script = Script::new(
    "local key = redis.call('HMGET', KEYS[1], 'owner', 'last_used')
    if not key[1] or key[2] and key[2] > ARGV[2] then return 0 end
    redis.call('HSET', KEYS[1], 'last_used', ARGV[1])
    return 1",
);

/// Changes one field of a key of this owner that is not revoked.
static CHANGE: Script = Script::new(
    "local key = redis.call('HMGET', KEYS[1], 'owner', 'revoked')
    if key[1] ~= ARGV[1] or key[2] then return 0 end
    redis.call('HSET', KEYS[1], ARGV[2], ARGV[3])
    return 1",
);

/// Notes that a key ends, at the earliest time that it is noted for.
static ENDS: Script = Script::new(
    "local ends = redis.call('ZSCORE', KEYS[1], ARGV[2])
    if not ends or tonumber(ARGV[1]) < tonumber(ends) then
        redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
    end",
);

/// Forgets a key if it ended before a time: whose it was, and as what it was noted. Only its
/// owner, if it stays; nothing, if there is none.
static FORGET: Script = Script::new(
    "local key = redis.call('HMGET', KEYS[1], 'owner', 'noted', 'expires', 'revoked')
    if not key[1] then return {} end
    if key[3] and key[3] < ARGV[1] or key[4] and key[4] < ARGV[1] then
        redis.call('DEL', KEYS[1])
        return {key[1], key[2]}
    end
    return {key[1]}",
);

impl RedisStore {
    fn api_key(&self, id: &str) -> Vec<u8> {
        self.key("api-key", id)
    }

    fn api_keys_of(&self, owner: &str) -> Vec<u8> {
        self.key("api-keys", owner)
    }

    fn api_keys_that_end(&self) -> Vec<u8> {
        self.key("api-keys-that-end", "")
    }

    async fn api_key_of(&self, id: &str) -> Result<Option<(StoredApiKey, String)>, StoreError> {
        let mut ask = redis::cmd("HGETALL");
        let fields: HashMap<String, Vec<u8>> = self.0.link.ask(ask.arg(self.api_key(id))).await?;
        if fields.is_empty() { Ok(None) } else { api_key::read(id, fields).map(Some) }
    }

    async fn api_key_ends(&self, id: &str, at: u64) -> RedisResult<()> {
        ENDS.on(self.api_keys_that_end()).with(at.to_string()).with(id).run(&self.0.link).await
    }

    async fn forget_api_key(&self, id: &str, before: u64) -> Result<bool, StoreError> {
        let call = FORGET.on(self.api_key(id)).with(digits(before));
        let was: Vec<String> = call.run(&self.0.link).await?;
        if let [owner, noted] = was.as_slice() {
            self.let_go(self.api_keys_of(owner), std::slice::from_ref(noted)).await;
        }
        if was.len() != 1 {
            self.let_go(self.api_keys_that_end(), &[id.to_owned()]).await;
        }
        Ok(was.len() == 2)
    }
}

impl ApiKeyStore for RedisStore {
    fn add(&self, key: StoredApiKey) -> StoreFuture<'_, ()> {
        Box::pin(self.within(async move {
            if let Some(ends) = key.expires.into_iter().chain(key.revoked).min() {
                self.api_key_ends(&key.id, ends).await?;
            }
            let noted = self.note(self.api_keys_of(&key.owner), &key.id, None).await?;
            let call = ADD.on(self.api_key(&key.id));
            match api_key::write(call, key, noted)?.run(&self.0.link).await? {
                true => Ok(()),
                false => Err("there is an API key of this id already".into()),
            }
        }))
    }

    fn find<'a>(&'a self, id: &'a str) -> StoreFuture<'a, Option<StoredApiKey>> {
        Box::pin(self.within(async move { Ok(self.api_key_of(id).await?.map(|(key, _)| key)) }))
    }

    fn list<'a>(&'a self, owner: &'a str) -> StoreFuture<'a, Vec<StoredApiKey>> {
        Box::pin(self.within(async move {
            let index = self.api_keys_of(owner);
            let names = self.noted(index.clone()).await?;
            let found = all(&names, |name| Box::pin(self.api_key_of(&name.name))).await?;
            let (mut keys, mut gone) = (Vec::new(), Vec::new());
            for (name, found) in names.into_iter().zip(found) {
                match found {
                    Some((key, noted)) if key.owner == owner && noted == name.noted => {
                        keys.push(key);
                    }
                    _ if name.old => gone.push(name.noted),
                    _ => {}
                }
            }
            self.let_go(index, &gone).await;
            keys.sort_by(|one, other| (one.issued, &one.id).cmp(&(other.issued, &other.id)));
            Ok(keys)
        }))
    }

    fn mark_used<'a>(&'a self, id: &'a str, now: u64, unless_after: u64) -> StoreFuture<'a, bool> {
        Box::pin(self.within(async move {
            let call = MARK_USED.on(self.api_key(id)).with(digits(now));
            Ok(call.with(digits(unless_after)).run(&self.0.link).await?)
        }))
    }

    fn set_disabled<'a>(
        &'a self,
        owner: &'a str,
        id: &'a str,
        disabled: bool,
    ) -> StoreFuture<'a, bool> {
        Box::pin(self.within(async move {
            let call = CHANGE.on(self.api_key(id)).with(owner).with("disabled");
            Ok(call.with(if disabled { "1" } else { "0" }).run(&self.0.link).await?)
        }))
    }

    fn revoke<'a>(&'a self, owner: &'a str, id: &'a str, now: u64) -> StoreFuture<'a, bool> {
        Box::pin(self.within(async move {
            let found = self.api_key_of(id).await?;
            if !found.is_some_and(|(key, _)| key.owner == owner && key.revoked.is_none()) {
                return Ok(false);
            }
            self.api_key_ends(id, now).await?;
            let call = CHANGE.on(self.api_key(id)).with(owner).with("revoked");
            Ok(call.with(digits(now)).run(&self.0.link).await?)
        }))
    }

    fn forget(&self, before: u64) -> StoreFuture<'_, u64> {
        Box::pin(self.within(async move {
            // Its numbers are not exact; what is forgotten is decided by what the key says.
            let mut ask = redis::cmd("ZRANGEBYSCORE");
            ask.arg(self.api_keys_that_end()).arg("-inf").arg(before);
            let ids: Vec<String> = self.0.link.ask(&ask).await?;
            let forgotten = all(&ids, |id| Box::pin(self.forget_api_key(id, before))).await?;
            Ok(u64::try_from(forgotten.into_iter().filter(|done| *done).count())?)
        }))
    }
}
