//! What is revoked, as this process knows it. Knows no store and no clock.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use super::fingerprint::{Fingerprint, Kind};
use crate::principal::Principal;
use crate::store::{Revocable, Revocation};

/// So many parts, each with a lock of its own: nobody waits for more than a small one of them.
const PARTS: usize = 256;

/// How many parts are looked through for what is over, at once.
const SWEPT: usize = 16;

#[derive(Debug)]
pub(super) struct Set {
    parts: Vec<RwLock<Part>>,
    /// Another number after every change. Of several sets, no two have the same.
    version: AtomicU64,
    next_to_sweep: AtomicU64,
}

type Part = HashMap<Fingerprint, Entry, BuildHasherDefault<AsItIs>>;

#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Whatever was issued up to this second is revoked.
    up_to: u64,
    until: u64,
}

const FOREVER: u64 = u64::MAX;

impl Set {
    /// An empty one, whose versions begin at a number that nobody else has.
    pub(super) fn new(version: u64) -> Self {
        Self {
            parts: (0..PARTS).map(|_| RwLock::default()).collect(),
            version: AtomicU64::new(version),
            next_to_sweep: AtomicU64::new(0),
        }
    }

    /// From now on the revocation is obeyed.
    pub(super) fn insert(&self, revocation: &Revocation) {
        let (kind, id, up_to) = match &revocation.what {
            Revocable::Token(id) => (Kind::Token, id, FOREVER),
            Revocable::Session(id) => (Kind::Session, id, FOREVER),
            Revocable::User { id, up_to } => (Kind::User, id, *up_to),
        };
        let issuer = Fingerprint::of(Kind::Issuer, &revocation.issuer);
        let key = Fingerprint::of(kind, id).by(issuer);
        let new = Entry { up_to, until: revocation.until.unwrap_or(FOREVER) };
        if self.reach(key, new) {
            // After the entry: whoever sees the new number sees the entry too.
            self.version.fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Whether that reveals anything new.
    fn reach(&self, key: Fingerprint, new: Entry) -> bool {
        let Some(part) = self.part(key) else { return false };
        let mut part = part.write().unwrap_or_else(PoisonError::into_inner);
        let Some(entry) = part.get_mut(&key) else {
            part.insert(key, new);
            return true;
        };
        let further = new.up_to > entry.up_to;
        *entry = Entry { up_to: entry.up_to.max(new.up_to), until: entry.until.max(new.until) };
        further
    }

    /// Whether a caller is revoked. `Err` holds what to remember of one who is not.
    pub(super) fn look(&self, caller: &Principal) -> Look {
        let issuer = caller.issuer_mark();
        // Before the entries: what comes after is looked at once more.
        let state = self.version.load(Ordering::Acquire) ^ issuer.short();
        if state != 0 && caller.is_clean(state) {
            return Look::Clean;
        }
        let marks = caller.marks();
        let since = marks.since.unwrap_or_default();
        let revoked = [marks.token, marks.session, Some(marks.user)].into_iter().flatten();
        let mut revoked = revoked.map(|mark| mark.by(issuer));
        match revoked.any(|key| self.reaches(key, since)) {
            true => Look::Revoked,
            false => Look::New(state),
        }
    }

    fn reaches(&self, key: Fingerprint, since: u64) -> bool {
        // No part is missing; if one were, nothing could be known.
        let Some(part) = self.part(key) else { return true };
        let part = part.read().unwrap_or_else(PoisonError::into_inner);
        part.get(&key).is_some_and(|entry| since <= entry.up_to)
    }

    /// Drops some of what is over.
    pub(super) fn sweep(&self, now: u64) {
        for _ in 0..SWEPT {
            let next = self.next_to_sweep.fetch_add(1, Ordering::Relaxed);
            let Some(part) = self.parts.get(next as usize % PARTS) else { continue };
            let mut part = part.write().unwrap_or_else(PoisonError::into_inner);
            part.retain(|_, entry| now < entry.until);
            if part.len() < part.capacity() / 4 {
                part.shrink_to_fit();
            }
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        let len = |part: &RwLock<Part>| part.read().unwrap_or_else(PoisonError::into_inner).len();
        self.parts.iter().map(len).sum()
    }

    fn part(&self, key: Fingerprint) -> Option<&RwLock<Part>> {
        self.parts.get((key.0 >> 64) as usize % PARTS)
    }
}

/// What a look at a caller has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Revoked,
    /// Not revoked, and this is to be remembered.
    New(u64),
    /// Not revoked, and that was known.
    Clean,
}

/// A fingerprint is a hash already.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write_u128(&mut self, number: u128) {
        self.0 = number as u64;
    }

    fn write(&mut self, bytes: &[u8]) {
        // Not called for fingerprints; any function will do.
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
