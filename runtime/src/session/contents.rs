//! Whose session it is, and what they may do: a principal as text, and back.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::lifetime::seconds;
use crate::error::Error;
use crate::principal::Principal;
use crate::scheme::Setup;

/// What never changes of a session.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Contents {
    /// Who vouches for the subject; none where the scheme does.
    issuer: Option<String>,
    subject: String,
    roles: Vec<String>,
    permissions: Vec<String>,
    scopes: Vec<String>,
    claims: Map<String, Value>,
    /// Known to nobody but the server, and no secret: what a session is revoked by.
    id: String,
    /// When the user signed in, in seconds since 1970.
    pub(super) begun: u64,
    /// When it is over, however it is used.
    pub(super) limit: u64,
}

impl Contents {
    /// A session for this principal from now on, `absolute` seconds long at most.
    ///
    /// # Errors
    ///
    /// If the principal could not come back: it has no subject, its time is over, or its issuer
    /// is nobody who could vouch for it.
    pub(super) fn new(
        principal: &Principal,
        setup: &Setup,
        id: String,
        absolute: u64,
    ) -> Result<Self, Error> {
        let facts = principal.facts();
        let own = |names: &[Box<str>]| names.iter().map(ToString::to_string).collect();
        let now = seconds(setup.clock().now());
        let limit = now.saturating_add(absolute);
        let expires = principal.expires_at().map_or(u64::MAX, seconds);
        let issuer = setup.vouches(principal).map_err(Error::internal)?;
        if facts.subject.is_empty() {
            return Err(Error::internal("the principal that signs in has no subject"));
        }
        if expires <= now {
            return Err(Error::internal("the time of the principal that signs in is over"));
        }
        Ok(Self {
            issuer: issuer.map(ToOwned::to_owned),
            subject: facts.subject.to_string(),
            roles: own(&facts.roles),
            permissions: own(&facts.permissions),
            scopes: own(&facts.scopes),
            claims: facts.claims.object().into_owned(),
            id,
            begun: now,
            limit: limit.min(expires),
        })
    }

    /// The caller, for whom the scheme vouches until the absolute limit: whoever is signed in anew
    /// as the caller of a session gets none that lasts longer.
    pub(super) fn principal(self, until: u64) -> Principal {
        let caller = Principal::new(self.subject);
        let caller = self.roles.into_iter().fold(caller, Principal::role);
        let caller = self.permissions.into_iter().fold(caller, Principal::permission);
        let caller = self.scopes.into_iter().fold(caller, Principal::scope);
        // Of the token that somebody has signed in with: a session is none.
        let claims = self.claims.into_iter().filter(|(name, _)| name != "jti");
        let caller = claims.fold(caller, |caller, (name, value)| caller.claim(name, value));
        // What tokens call them, so that both are revoked in one way (OpenID Connect
        // Front-Channel Logout §3, RFC 7519 §4.1.6).
        let caller = caller.claim("sid", self.id).claim("iat", self.begun);
        let caller = match self.issuer {
            Some(issuer) => caller.issuer(issuer),
            None => caller,
        };
        match UNIX_EPOCH.checked_add(Duration::from_secs(until)) {
            Some(until) => caller.expires(until),
            None => caller.expires(SystemTime::UNIX_EPOCH),
        }
    }
}
