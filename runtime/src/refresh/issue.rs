//! A login.

use std::sync::Arc;

use super::families::{Families, at_login};
use super::privileges::UserPrivileges;
use super::response::TokenResponse;
use super::token::RefreshToken;
use crate::error::Error;
use crate::gate::Shared;
use crate::store::{Rotation, Span, StoredFamily};

impl Families {
    /// Begins a family for a user of the scheme. The store is asked last: whatever fails before
    /// leaves nothing behind.
    ///
    /// # Errors
    ///
    /// If a hook says no or cannot tell, the access token cannot be signed, there are no random
    /// bytes, or the store cannot be asked.
    pub(super) async fn issue(
        &self,
        shared: &Arc<Shared>,
        subject: String,
        mut privileges: UserPrivileges,
        label: Option<String>,
    ) -> Result<TokenResponse, Error> {
        let user = self.user(subject);
        at_login(self.service.before_login(&user, &mut privileges).await)?;
        let token = RefreshToken::first(self.random())
            .map_err(|error| Error::caused_by("no random bytes for a refresh token", error))?;
        let now = self.now();
        let ends = now.saturating_add(self.spans.absolute.as_secs());
        let login = Span { since: now, until: ends };
        let mut response = self.pair(shared, &user, &privileges, &token, login)?;
        at_login(self.service.after_login(&user, &mut response).await)?;
        at_login(self.service.persist(&user, &response).await)?;
        let until = now.saturating_add(self.spans.idle.as_secs());
        let rotation = Rotation { current: token.hash(), at: now, until, spent: Vec::new() };
        let family = StoredFamily { user, label, since: now, ends, rotation };
        let begun = self.store.begin(&token.id(), family, now).await;
        begun.map_err(Error::unavailable)?;
        Ok(response)
    }
}
