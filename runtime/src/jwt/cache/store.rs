//! Verified tokens, and whether they are still good.

use std::collections::hash_map::RandomState;
use std::fmt;
use std::mem::size_of;
use std::sync::Arc;
use std::time::SystemTime;

use quick_cache::sync::{Cache, DefaultLifecycle};
use quick_cache::{OptionsBuilder, Weighter};

use super::super::scheme::Verified;
use super::TokenCache;
use super::token::{Kept, Presented};
use crate::contain::contained;
use crate::principal::Principal;

/// The verified tokens of one scheme of one instance, shared by its workers.
///
/// A key that is retired is told nowhere: each entry holds its key, and looks. Who is revoked is
/// none of its business: the guard looks at every caller, whether remembered or not.
pub(in super::super) struct VerifiedTokens {
    /// Hashed with random keys, so that nobody can tell which tokens collide.
    cache: Cache<Kept, Arc<Entry>, Weight, RandomState>,
}

struct Entry {
    verified: Verified,
    bytes: u64,
}

/// What an entry counts: its bytes, and at least its share among as many as there may be. So one
/// bound keeps both.
#[derive(Clone)]
struct Weight {
    share: u64,
}

impl Weighter<Kept, Arc<Entry>> for Weight {
    fn weight(&self, _: &Kept, entry: &Arc<Entry>) -> u64 {
        entry.bytes.max(self.share)
    }
}

/// What an entry takes besides the token and the caller: itself, its place in the tables, and
/// what allocating adds.
const OVERHEAD: usize = size_of::<Entry>() + size_of::<Kept>() + 128;

impl VerifiedTokens {
    /// `None` where tokens are not to be kept.
    pub(in super::super) fn new(config: &TokenCache) -> Option<Self> {
        let size = config.size()?;
        let (entries, bytes) = (size.entries.max(1), size.bytes as u64);
        let options = OptionsBuilder::new()
            .estimated_items_capacity(entries)
            .weight_capacity(bytes)
            .build()
            .ok()?;
        let weight = Weight { share: bytes.div_ceil(entries as u64) };
        let (hash, lifecycle) = (RandomState::new(), DefaultLifecycle::default());
        let cache = Cache::with_options(options, weight, hash, lifecycle);
        Some(Self { cache })
    }

    /// The caller of a token that was verified before, if verifying it again at this time would
    /// say the same.
    pub(in super::super) fn get(&self, token: &[u8], now: SystemTime) -> Option<Principal> {
        let token = Presented(token);
        let entry = contained(WHOSE, || self.cache.get(&token))??;
        let Verified { caller, key, from, until } = &entry.verified;
        if *from <= now && now < *until && !key.is_retired() {
            return Some(caller.clone());
        }
        if now >= *until || key.is_retired() {
            contained(WHOSE, || self.cache.remove(&token));
        }
        None
    }

    /// Keeps a token that was verified.
    pub(in super::super) fn keep(&self, token: &[u8], verified: Verified) {
        let bytes = token.len() + verified.caller.bytes() + OVERHEAD;
        let entry = Entry { verified, bytes: bytes as u64 };
        contained(WHOSE, || self.cache.insert(Kept(token.into()), Arc::new(entry)));
    }

    /// How many tokens are kept, and what they count, in bytes.
    #[cfg(test)]
    fn counted(&self) -> (usize, u64) {
        (self.cache.len(), self.cache.weight())
    }
}

const WHOSE: &str = "the cache of verified tokens";

impl fmt::Debug for VerifiedTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerifiedTokens(..)")
    }
}

#[cfg(test)]
mod tests;
