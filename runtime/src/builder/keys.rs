//! The endpoint of the public keys.

use std::borrow::Cow;
use std::panic::Location;

use super::Builder;
use crate::jwt::{KEY_SET_ENDPOINT, KEY_SET_PATH};
use crate::verb::Verb;

impl Builder {
    /// Serves the public keys of all JWT schemes ([`Portcullis::public_keys`]) to everyone, at
    /// `/.well-known/jwks.json`: an endpoint as all others, which `mount` serves. Others may keep
    /// the answer for 5 minutes.
    ///
    /// [`Portcullis::public_keys`]: crate::Portcullis::public_keys
    #[track_caller]
    #[must_use]
    pub fn key_set_endpoint(self) -> Self {
        self.key_set_endpoint_at(KEY_SET_PATH)
    }

    /// The same at another path.
    #[track_caller]
    #[must_use]
    pub fn key_set_endpoint_at(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        self.key_set = Some(Location::caller());
        self.further.push((&KEY_SET_ENDPOINT, vec![(Verb::Get, path.into())]));
        self
    }
}
