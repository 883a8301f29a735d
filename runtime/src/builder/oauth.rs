//! What OAuth clients read about the server.

use std::panic::Location;

use super::Builder;
use crate::oauth::{AuthorizationServer, METADATA_ENDPOINT};
use crate::verb::Verb;

impl Builder {
    /// Serves the metadata of this authorization server (RFC 8414) to everyone, at
    /// `/.well-known/oauth-authorization-server` and the path of the issuer, if it has one: an
    /// endpoint as all others, which `mount` serves. Others may keep the answer for 5 minutes.
    #[track_caller]
    #[must_use]
    pub fn authorization_server(mut self, server: AuthorizationServer) -> Self {
        self.further.push((&METADATA_ENDPOINT, vec![(Verb::Get, server.path().into())]));
        self.authorization_servers.push((server, Location::caller()));
        self
    }
}
