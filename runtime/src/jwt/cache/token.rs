//! A token as a key of the cache.

use std::hash::{Hash, Hasher};

use constant_time_eq::constant_time_eq;
use quick_cache::Equivalent;

/// The bytes of a token that was verified.
#[derive(PartialEq, Eq)]
pub(super) struct Kept(pub(super) Box<[u8]>);

/// The bytes of a token that is presented.
pub(super) struct Presented<'a>(pub(super) &'a [u8]);

/// The end of a token is its signature: of tokens that were verified, nobody can choose it. So
/// its last bytes, of 96 bits, tell tokens apart, and hashing them alone is enough.
/// Whoever presents garbage with a chosen end finds at most one token to be compared with.
fn hash<H: Hasher>(token: &[u8], state: &mut H) {
    match token.last_chunk() {
        Some(tail) => state.write_u128(u128::from_ne_bytes(*tail)),
        None => state.write(token),
    }
}

impl Hash for Kept {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash(&self.0, state);
    }
}

impl Hash for Presented<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash(self.0, state);
    }
}

/// Every byte counts. In constant time for a length, since a stranger may present guesses of a
/// token that somebody else has.
impl Equivalent<Kept> for Presented<'_> {
    fn equivalent(&self, kept: &Kept) -> bool {
        constant_time_eq(self.0, &kept.0)
    }
}
