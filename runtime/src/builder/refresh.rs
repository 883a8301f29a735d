//! Access tokens that are renewed.

use std::panic::Location;

use super::Builder;
use crate::refresh::{REFRESH_ENDPOINT, RefreshTokens};
use crate::verb::Verb;

impl Builder {
    /// Keeps logins, and serves the endpoint that renews their access tokens: an endpoint as all
    /// others, which `mount` serves.
    #[track_caller]
    #[must_use]
    pub fn refresh_tokens(mut self, tokens: RefreshTokens) -> Self {
        self.further.push((&REFRESH_ENDPOINT, vec![(Verb::Post, tokens.path.clone())]));
        self.refresh.push((tokens, Location::caller()));
        self
    }
}
