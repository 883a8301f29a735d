//! A caller's id for logs: the same for the same user, and nobody's name.

use std::fmt;
use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher24};
use zeroize::Zeroizing;

use crate::principal::Principal;

/// SipHash-2-4 with 128 bits, a keyed hash: without the key nobody can try out names.
pub(crate) struct UserHash {
    key: Zeroizing<[u8; 16]>,
}

impl UserHash {
    pub(crate) fn new(key: [u8; 16]) -> Self {
        Self { key: Zeroizing::new(key) }
    }

    /// 32 hexadecimal digits for an issuer and a subject.
    pub(crate) fn of(&self, caller: &Principal) -> String {
        self.hash(caller.issued_by(), caller.id())
    }

    /// The same for a user who need not be calling.
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    pub(crate) fn of_user(&self, user: &crate::privileges::UserId) -> String {
        self.hash(user.issuer(), user.id())
    }

    fn hash(&self, issuer: &str, subject: &str) -> String {
        let mut hasher = SipHasher24::new_with_key(&self.key);
        // The length in front keeps `a` of `bc` from being `ab` of `c`.
        hasher.write_usize(issuer.len());
        hasher.write(issuer.as_bytes());
        hasher.write(subject.as_bytes());
        format!("{:032x}", hasher.finish128().as_u128())
    }
}

impl fmt::Debug for UserHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserHash(..)")
    }
}
