//! What stands for a text in memory: of 128 bits, under a key of this process.

use std::hash::Hasher;
use std::sync::OnceLock;

use siphasher::sip128::{Hasher128, SipHasher13};

use crate::error::Error;
use crate::random::{Random, SystemRandom};

/// Tells texts apart. Without the key nobody can look for two that have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fingerprint(pub(super) u128);

/// What a text is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Issuer,
    Session,
    Token,
    User,
}

/// One for the process: a caller's fingerprints are remembered, and may be shown to several
/// instances.
static KEY: OnceLock<[u8; 16]> = OnceLock::new();

/// Sees to it that there is a key.
///
/// # Errors
///
/// If there are no random bytes.
pub(super) fn prepare() -> Result<(), Error> {
    if KEY.get().is_none() {
        let mut key = [0; 16];
        let filled = SystemRandom.fill(&mut key);
        filled.map_err(|error| Error::caused_by("no random bytes for a key", error))?;
        let _whoever_comes_first = KEY.set(key);
    }
    Ok(())
}

impl Fingerprint {
    pub(crate) fn of(kind: Kind, text: &str) -> Self {
        // Whoever asks has opened the revocations, and that has made a key.
        let mut hasher = SipHasher13::new_with_key(KEY.get().unwrap_or(&[0; 16]));
        hasher.write_u8(kind as u8);
        hasher.write(text.as_bytes());
        Self(hasher.finish128().as_u128())
    }

    /// That of the two together: nobody can choose either.
    pub(super) fn by(self, issuer: Self) -> Self {
        Self(self.0 ^ issuer.0)
    }

    /// Half of it.
    pub(super) fn short(self) -> u64 {
        self.0 as u64
    }
}
