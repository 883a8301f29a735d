//! How large the cache of a scheme is.

use crate::problem::Problem;

const ENTRIES: usize = 16 * 1024;
const BYTES: usize = 32 * 1024 * 1024;

/// How many verified tokens a [`JwtBearer`](crate::JwtBearer) remembers, so that a token that
/// comes again costs no signature: [`JwtBearer::token_cache`](crate::JwtBearer::token_cache).
///
/// A remembered token is answered as one that is verified anew: not before its `nbf`, not from
/// its `exp` on, not when the key that has verified it is replaced, and only if every byte of it
/// is the same. Refused tokens are not remembered, so that strangers cannot fill the cache. Full,
/// it drops tokens that were seen once before those that come again.
///
/// All workers of a server share it; every scheme of every [`Portcullis`](crate::Portcullis) has
/// its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenCache(Option<Size>);

/// The bounds; both hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) entries: usize,
    pub(super) bytes: usize,
}

impl TokenCache {
    /// Remembers nothing: every token is verified whenever it comes.
    #[must_use]
    pub fn off() -> Self {
        Self(None)
    }

    /// At most so many tokens: 16,384 unless it is said. Not zero.
    #[must_use]
    pub fn entries(self, most: usize) -> Self {
        self.with(|size| size.entries = most)
    }

    /// At most so many bytes, tokens and what is known of their callers counted together:
    /// 32 MiB unless it is said. At least 64 KiB. A caller of whom more is known than a small
    /// share of it (an eighth for each core of the machine, at worst) is not remembered.
    #[must_use]
    pub fn bytes(self, most: usize) -> Self {
        self.with(|size| size.bytes = most)
    }

    pub(super) fn size(&self) -> Option<Size> {
        self.0
    }

    pub(in super::super) fn check(&self) -> Option<Problem> {
        let fault = match self.0? {
            Size { entries: 0, .. } => "`.token_cache` keeps no entries; say `TokenCache::off()`",
            Size { bytes, .. } if bytes < LEAST_BYTES => "`.token_cache` has less than 64 KiB",
            Size { .. } => return None,
        };
        Some(Problem::new(fault))
    }

    fn with(self, change: impl FnOnce(&mut Size)) -> Self {
        let mut size = self.0.unwrap_or_default();
        change(&mut size);
        Self(Some(size))
    }
}

const LEAST_BYTES: usize = 64 * 1024;

impl Default for TokenCache {
    fn default() -> Self {
        Self(Some(Size::default()))
    }
}

impl Default for Size {
    fn default() -> Self {
        Self { entries: ENTRIES, bytes: BYTES }
    }
}
