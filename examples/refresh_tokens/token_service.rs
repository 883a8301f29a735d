//! Step 2: what the application has to say when a token is renewed.

use std::sync::Arc;

use portcullis::{NotIssued, RefreshTokenService, Renewal, UserPrivileges};

use crate::people::People;

pub(crate) struct MyTokenService(pub(crate) Arc<People>);

impl RefreshTokenService for MyTokenService {
    // Whether the token is good is checked already, and the user is the one it was given to.
    async fn renewal_privileges(
        &self,
        renewal: &Renewal,
        privileges: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        // What somebody may do now, not what they could when they logged in.
        let person = self.0.with_id(renewal.user().id()).ok_or(NotIssued::Withdrawn)?;
        Ok(person.privileges(privileges))
    }
}
