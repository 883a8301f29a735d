//! The id of a stored session, which the browser has, and the key that the store knows it by.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::ring::bound;
use crate::random::Random;
use crate::store::SessionKey;

const PURPOSE: &[u8] = b"portcullis cookie session, stored, version 1";

/// 256 bits: nobody guesses one.
const LENGTH: usize = 32;

/// Makes keys of the ids in one cookie of one scheme: the id of another one is none here.
#[derive(Clone, Debug)]
pub(super) struct Tickets {
    bound: Vec<u8>,
}

impl Tickets {
    pub(super) fn new(scheme: &str, cookie: &str) -> Self {
        Self { bound: bound(&[PURPOSE, scheme.as_bytes(), cookie.as_bytes()]) }
    }

    /// A new id, as the cookie holds it.
    ///
    /// # Errors
    ///
    /// If there are no random bytes.
    pub(super) fn issue(random: &dyn Random) -> std::io::Result<String> {
        let mut id = [0; LENGTH];
        random.fill(&mut id)?;
        Ok(URL_SAFE_NO_PAD.encode(id))
    }

    /// What an id is stored as; `None` if it is none.
    pub(super) fn key(&self, value: &[u8]) -> Option<SessionKey> {
        let mut id = [0; LENGTH];
        match URL_SAFE_NO_PAD.decode_slice(value, &mut id) {
            Ok(LENGTH) => {
                let hash = Sha256::new().chain_update(&self.bound).chain_update(id).finalize();
                Some(SessionKey::new(hash.into()))
            }
            Ok(_) | Err(_) => None,
        }
    }
}
