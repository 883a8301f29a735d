//! A renewal: validate → renewal privileges → before → sign → after → persist → rotate.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::families::{End, Families};
use super::hooks::Outcome;
use super::login::Login;
use super::not_issued::NotIssued;
use super::parameters::Parameters;
use super::privileges::UserPrivileges;
use super::refusal::Refusal;
use super::renewal::Renewal;
use super::response::TokenResponse;
use super::standing::{Standing, rotated, same, spent, standing};
use super::token::RefreshToken;
use crate::error::Error;
use crate::gate::Shared;
use crate::store::{FamilyId, Span, StoredFamily};

/// A request at work.
struct Attempt<'a> {
    families: &'a Families,
    shared: &'a Arc<Shared>,
    token: RefreshToken,
    id: FamilyId,
    /// Takes the place of the token, if no other request has been faster.
    candidate: RefreshToken,
}

impl Families {
    /// Answers a refresh token with the next pair.
    ///
    /// # Errors
    ///
    /// Why there is none. Nothing is consumed then, unless the store could not be asked at the
    /// end: the successor is then to be had within the grace window.
    pub(super) async fn renew(
        &self,
        shared: &Arc<Shared>,
        token: RefreshToken,
        parameters: Parameters,
    ) -> Result<TokenResponse, Refusal> {
        let candidate = token.next(self.random()).map_err(no_random)?;
        let attempt = Attempt { families: self, shared, id: token.id(), token, candidate };
        let family = attempt.family().await?;
        let was_current = match standing(&family.rotation, &attempt.token.hash(), self.now()) {
            Standing::Current => true,
            Standing::Spent(_) => false,
            Standing::Reused => return Err(attempt.reused(&family).await),
        };
        let renewal = Renewal { login: Login::new(&attempt.id, &family), parameters };
        let response = attempt.pair(&renewal, &family).await?;
        // The application may have taken its time.
        #[cfg(feature = "revocation")]
        attempt.unless_revoked(&family).await?;
        if was_current && attempt.rotate(&family).await? {
            return Ok(response);
        }
        attempt.settle(&renewal, response).await
    }
}

impl Attempt<'_> {
    async fn family(&self) -> Result<StoredFamily, Refusal> {
        let family = self.families.find(&self.id).await?.ok_or(Refusal::Grant)?;
        #[cfg(feature = "revocation")]
        self.unless_revoked(&family).await?;
        Ok(family)
    }

    #[cfg(feature = "revocation")]
    async fn unless_revoked(&self, family: &StoredFamily) -> Result<(), Refusal> {
        if self.families.is_revoked(self.shared, &self.id, family)? {
            self.families.end(self.shared, End::One(self.id)).await?;
            return Err(Refusal::Grant);
        }
        Ok(())
    }

    async fn reused(&self, family: &StoredFamily) -> Refusal {
        match self.families.end_reused(self.shared, self.id, &family.user).await {
            Ok(_) => Refusal::Grant,
            Err(error) => error.into(),
        }
    }

    /// The pair as if this were the only request, with everything that the application says.
    async fn pair(
        &self,
        renewal: &Renewal,
        family: &StoredFamily,
    ) -> Result<TokenResponse, Refusal> {
        let (families, service) = (self.families, &self.families.service);
        self.heard(service.validate(renewal).await).await?;
        let mut privileges = self.heard(service.renewal_privileges(renewal).await).await?;
        self.heard(service.before_renewal(renewal, &mut privileges).await).await?;
        narrow(&mut privileges, renewal.parameters.scope.as_deref())?;
        let (user, next) = (&family.user, &self.candidate);
        let login = Span { since: family.since, until: family.ends };
        let mut response = families.pair(self.shared, user, &privileges, next, login)?;
        self.heard(service.after_renewal(renewal, &mut response).await).await?;
        self.heard(service.persist(user, &response).await).await?;
        Ok(response)
    }

    /// What a hook has said, as the answer to the renewal.
    async fn heard<T>(&self, outcome: Outcome<T>) -> Result<T, Refusal> {
        match outcome? {
            Ok(said) => Ok(said),
            Err(NotIssued::Refused) => Err(Refusal::Refused),
            Err(NotIssued::Unavailable(cause)) => Err(Error::unavailable(cause).into()),
            Err(NotIssued::Withdrawn) => {
                self.families.end(self.shared, End::One(self.id)).await?;
                Err(Refusal::Grant)
            }
        }
    }

    /// Whether the candidate has certainly taken the place of the token.
    async fn rotate(&self, family: &StoredFamily) -> Result<bool, Error> {
        let (families, now) = (self.families, self.families.now());
        let sealed = self.token.seal(&self.candidate, families.random()).map_err(no_random)?;
        let hash = self.candidate.hash();
        let to = rotated(&family.rotation, hash, sealed, now, &families.spans);
        match families.store.rotate(&self.id, &family.rotation.current, to).await {
            Ok(done) => Ok(done),
            Err(error) => {
                // It may be done all the same: what is there now tells.
                tracing::error!("a refresh token was perhaps not rotated: {error}");
                Ok(false)
            }
        }
    }

    /// The answer of a request that has not rotated the token, as far as it knows.
    async fn settle(
        &self,
        renewal: &Renewal,
        mut response: TokenResponse,
    ) -> Result<TokenResponse, Refusal> {
        let family = self.family().await?;
        let rotation = &family.rotation;
        if same(&rotation.current, &self.candidate.hash()) {
            return Ok(response);
        }
        match standing(rotation, &self.token.hash(), self.families.now()) {
            Standing::Current => {
                return Err(Error::unavailable("the store has rotated no token").into());
            }
            Standing::Reused => return Err(self.reused(&family).await),
            Standing::Spent(_) => {}
        }
        let successor = current(&family, self.token.clone()).ok_or_else(|| {
            tracing::error!("a spent refresh token does not open its successor");
            Refusal::Grant
        })?;
        response.refresh_token = Zeroizing::new(successor.text().to_string());
        let service = &self.families.service;
        self.heard(service.persist(renewal.user(), &response).await).await?;
        Ok(response)
    }
}

/// The family's current token, which a spent one leads to.
fn current(family: &StoredFamily, token: RefreshToken) -> Option<RefreshToken> {
    let mut token = token;
    for _ in 0..=family.rotation.spent.len() {
        if same(&family.rotation.current, &token.hash()) {
            return Some(token);
        }
        let step = spent(&family.rotation, &token.hash())?;
        token = token.open(&step.successor)?;
    }
    None
}

/// No more scopes than were asked for, and none that is not there (RFC 6749 §6).
fn narrow(privileges: &mut UserPrivileges, asked: Option<&str>) -> Result<(), Refusal> {
    let Some(asked) = asked else {
        return Ok(());
    };
    let mut narrowed: Vec<String> = Vec::new();
    for scope in asked.split(' ') {
        if !privileges.scopes.iter().any(|own| own == scope) {
            return Err(Refusal::Scope);
        }
        if !narrowed.iter().any(|known| known == scope) {
            narrowed.push(scope.to_owned());
        }
    }
    privileges.scopes = narrowed;
    Ok(())
}

fn no_random(error: std::io::Error) -> Error {
    Error::caused_by("no random bytes for a refresh token", error)
}
