//! Families of refresh tokens in Redis: a hash for each, and the names of those of a user.

use std::collections::HashMap;

use super::index::Noted;
use super::script::Script;
use super::{MARGIN, RedisStore, all, family, hex, kept};
use crate::privileges::UserId;
use crate::store::{
    FamilyId, RefreshHash, RefreshStore, Rotation, StoreError, StoreFuture, StoredFamily,
};

static BEGIN: Script = Script::new(
    "if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
    redis.call('HSET', KEYS[1], unpack(ARGV, 2))
    redis.call('EXPIRE', KEYS[1], ARGV[1])
    return 1",
);

static ROTATE: Script = Script::new(
    "if redis.call('HGET', KEYS[1], 'current') ~= ARGV[2] then return 0 end
    redis.call('HSET', KEYS[1], unpack(ARGV, 3))
    redis.call('EXPIRE', KEYS[1], ARGV[1])
    return 1",
);

/// Whose it was, and as what it was noted.
static END: Script = Script::new(
    "local was = redis.call('HMGET', KEYS[1], 'issuer', 'subject', 'noted')
    if redis.call('DEL', KEYS[1]) == 0 then return {} end
    return was",
);

static END_OF_USER: Script = Script::new(
    "local was = redis.call('HMGET', KEYS[1], 'issuer', 'subject')
    if was[1] ~= ARGV[1] or was[2] ~= ARGV[2] then return 0 end
    return redis.call('DEL', KEYS[1])",
);

impl RedisStore {
    fn family(&self, id: &str) -> Vec<u8> {
        self.key("family", id)
    }

    fn families_of(&self, issuer: &str, subject: &str) -> Vec<u8> {
        self.key("families", format!("{}:{issuer}{subject}", issuer.len()))
    }

    async fn family_of(&self, id: &str) -> Result<Option<(StoredFamily, String)>, StoreError> {
        let mut ask = redis::cmd("HGETALL");
        let fields: HashMap<String, Vec<u8>> = self.0.link.ask(ask.arg(self.family(id))).await?;
        if fields.is_empty() { Ok(None) } else { family::read(fields).map(Some) }
    }

    /// The family of a name, if it is the one that was noted.
    async fn named(
        &self,
        user: &UserId,
        name: &Noted,
    ) -> Result<Option<(FamilyId, StoredFamily)>, StoreError> {
        let found = self.family_of(&name.name).await?;
        let found = found.filter(|(family, noted)| family.user == *user && *noted == name.noted);
        found.map(|(family, _)| Ok((family::id(&name.name)?, family))).transpose()
    }

    async fn end_named(&self, user: &UserId, name: &Noted) -> Result<bool, StoreError> {
        let call = END_OF_USER.on(self.family(&name.name)).with(user.issuer()).with(user.id());
        Ok(call.run(&self.0.link).await?)
    }
}

impl RefreshStore for RedisStore {
    fn begin<'a>(
        &'a self,
        id: &'a FamilyId,
        family: StoredFamily,
        now: u64,
    ) -> StoreFuture<'a, ()> {
        Box::pin(self.within(async move {
            let name = hex(id.as_bytes());
            let user = self.families_of(family.user.issuer(), family.user.id());
            let noted = self.note(user, &name, Some(kept(now, family.ends, 2 * MARGIN))).await?;
            let call = BEGIN.on(self.family(&name)).with(kept(now, family.until(), MARGIN));
            match family::write(call, family, noted)?.run(&self.0.link).await? {
                true => Ok(()),
                false => Err("there is a family of this id already".into()),
            }
        }))
    }

    fn find<'a>(&'a self, id: &'a FamilyId, now: u64) -> StoreFuture<'a, Option<StoredFamily>> {
        Box::pin(self.within(async move {
            let found = self.family_of(&hex(id.as_bytes())).await?.map(|(family, _)| family);
            Ok(found.filter(|family| now < family.until()))
        }))
    }

    fn rotate<'a>(
        &'a self,
        id: &'a FamilyId,
        from: &'a RefreshHash,
        to: Rotation,
    ) -> StoreFuture<'a, bool> {
        Box::pin(self.within(async move {
            let call = ROTATE.on(self.family(&hex(id.as_bytes())));
            let call = call.with(kept(to.at, to.until, MARGIN)).with(*from.as_bytes());
            Ok(family::write_rotation(call, to)?.run(&self.0.link).await?)
        }))
    }

    fn end<'a>(&'a self, id: &'a FamilyId) -> StoreFuture<'a, bool> {
        Box::pin(self.within(async move {
            let call = END.on(self.family(&hex(id.as_bytes())));
            let was: Vec<String> = call.run(&self.0.link).await?;
            let [issuer, subject, noted] = was.as_slice() else { return Ok(false) };
            let user = self.families_of(issuer, subject);
            self.let_go(user, std::slice::from_ref(noted)).await;
            Ok(true)
        }))
    }

    fn list<'a>(
        &'a self,
        user: &'a UserId,
        now: u64,
    ) -> StoreFuture<'a, Vec<(FamilyId, StoredFamily)>> {
        Box::pin(self.within(async move {
            let index = self.families_of(user.issuer(), user.id());
            let names = self.noted(index.clone()).await?;
            let found = all(&names, |name| Box::pin(self.named(user, name))).await?;
            let gone = names.iter().zip(&found).filter(|(name, found)| name.old && found.is_none());
            let gone: Vec<_> = gone.map(|(name, _)| name.noted.clone()).collect();
            self.let_go(index, &gone).await;
            let mut living: Vec<_> = found.into_iter().flatten().collect();
            living.retain(|(_, family)| now < family.until());
            living.sort_by_key(|(id, family)| (family.since, *id));
            Ok(living)
        }))
    }

    fn end_all<'a>(&'a self, user: &'a UserId) -> StoreFuture<'a, Vec<FamilyId>> {
        Box::pin(self.within(async move {
            let index = self.families_of(user.issuer(), user.id());
            let names = self.noted(index.clone()).await?;
            let ended = all(&names, |name| Box::pin(self.end_named(user, name))).await?;
            let gone = names.iter().zip(&ended).filter(|(name, ended)| name.old || **ended);
            let gone: Vec<_> = gone.map(|(name, _)| name.noted.clone()).collect();
            self.let_go(index, &gone).await;
            let ended = names.iter().zip(ended).filter(|(_, ended)| *ended);
            ended.map(|(name, _)| family::id(&name.name)).collect()
        }))
    }
}
