//! Where tokens come from. What is in them comes from the database, never from the client.

use actix_web::web;
use portcullis::{
    Error, Logins, NotIssued, RefreshTokenService, Renewal, TokenResponse, UserPrivileges, endpoint,
};
use serde::{Deserialize, Serialize};

use crate::users::{User, Users};

#[derive(Deserialize, Serialize)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) password: String,
}

#[endpoint(post = "/api/login", anonymous)]
async fn login(
    form: web::Json<Login>,
    users: web::Data<Users>,
    logins: Logins,
) -> Result<TokenResponse, Error> {
    let Login { username, password } = form.into_inner();
    let user = users.sign_in(&username, password).await.map_err(Error::unavailable)?;
    let user = user.ok_or(Error::invalid_credentials("The supplied credentials are invalid!"))?;
    begin(&logins, &user).await
}

/// An access token, and a refresh token for the next one.
pub(crate) async fn begin(logins: &Logins, user: &User) -> Result<TokenResponse, Error> {
    logins.issue(&user.id, |privileges| say(privileges, user)).await
}

/// What a renewed token says is read anew.
pub(crate) struct Renewing(pub(crate) Users);

impl RefreshTokenService for Renewing {
    async fn renewal_privileges(
        &self,
        renewal: &Renewal,
        privileges: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        let user = self.0.with_id(renewal.user().id()).await.map_err(NotIssued::Unavailable)?;
        user.map(|user| say(privileges, &user)).ok_or(NotIssued::Withdrawn)
    }
}

fn say(privileges: UserPrivileges, user: &User) -> UserPrivileges {
    let privileges =
        privileges.roles(&user.roles).permissions(&user.permissions).scopes(&user.scopes);
    user.claims.iter().fold(privileges, |told, (name, value)| told.claim(name, value))
}
