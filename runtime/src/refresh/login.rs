//! A login as it is shown to its user.

use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::spans::time;
use crate::privileges::UserId;
use crate::store::{FamilyId, StoredFamily};

/// A login of a user: a family of refresh tokens, none of which can be made out of it. Serialized
/// it has `sid`, `label`, `since`, `last_used` and `until`, the times in seconds since 1970 (UTC).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    sid: String,
    user: UserId,
    label: Option<String>,
    since: u64,
    last_used: u64,
    until: u64,
}

impl Login {
    pub(super) fn new(id: &FamilyId, family: &StoredFamily) -> Self {
        Self {
            sid: sid(id),
            user: family.user.clone(),
            label: family.label.clone(),
            since: family.since,
            last_used: family.rotation.at,
            until: family.until(),
        }
    }

    /// What it is called: the claim `sid` of its access tokens. No secret.
    #[must_use]
    pub fn sid(&self) -> &str {
        &self.sid
    }

    /// Whose it is.
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.user
    }

    /// What the application has called it: [`Logins::label`](crate::Logins::label).
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        self.label.as_deref()
    }

    /// When it began.
    #[must_use]
    pub fn since(&self) -> SystemTime {
        time(self.since)
    }

    /// When its access token was renewed last.
    #[must_use]
    pub fn last_used(&self) -> SystemTime {
        time(self.last_used)
    }

    /// When it is over, if it is not used before.
    #[must_use]
    pub fn until(&self) -> SystemTime {
        time(self.until)
    }
}

impl Serialize for Login {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut login = serializer.serialize_struct("Login", 5)?;
        login.serialize_field("sid", &self.sid)?;
        login.serialize_field("label", &self.label)?;
        login.serialize_field("since", &self.since)?;
        login.serialize_field("last_used", &self.last_used)?;
        login.serialize_field("until", &self.until)?;
        login.end()
    }
}

pub(super) fn sid(id: &FamilyId) -> String {
    URL_SAFE_NO_PAD.encode(id.as_bytes())
}

/// The family of this name, if it is one.
pub(super) fn family(sid: &str) -> Option<FamilyId> {
    let bytes = URL_SAFE_NO_PAD.decode(sid).ok()?;
    Some(FamilyId::new(bytes.try_into().ok()?))
}
