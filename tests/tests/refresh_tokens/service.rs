//! A service that tells what it was asked, and fails where a test says.

use std::sync::{Arc, Mutex};

use portcullis::{NotIssued, RefreshTokenService, Renewal, TokenResponse, UserId, UserPrivileges};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Refuse,
    Withdraw,
    Fail,
    Panic,
}

#[derive(Clone, Default)]
pub(super) struct Service(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    asked: Vec<String>,
    fault: Option<(&'static str, Fault)>,
}

impl Service {
    /// What it was asked since it was asked for this.
    pub(super) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap().asked)
    }

    pub(super) fn fail_at(&self, fault: Option<(&'static str, Fault)>) {
        self.0.lock().unwrap().fault = fault;
    }

    fn at(&self, hook: &'static str, about: &str) -> Result<(), NotIssued> {
        let fault = {
            let mut state = self.0.lock().unwrap();
            state.asked.push(format!("{hook} {about}"));
            state.fault.filter(|(at, _)| *at == hook).map(|(_, fault)| fault)
        };
        match fault {
            None => Ok(()),
            Some(Fault::Refuse) => Err(NotIssued::Refused),
            Some(Fault::Withdraw) => Err(NotIssued::Withdrawn),
            Some(Fault::Fail) => Err(std::io::Error::other("the database is down").into()),
            Some(Fault::Panic) => panic!("a hook panics"),
        }
    }
}

impl RefreshTokenService for Service {
    async fn renewal_privileges(
        &self,
        renewal: &Renewal,
        privileges: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        self.at("renewal_privileges", renewal.user().id())?;
        Ok(privileges
            .role("Manager")
            .claim("ManagerID", renewal.user().id())
            .permission("Manage_Department")
            .scopes(["read", "write"]))
    }

    async fn validate(&self, renewal: &Renewal) -> Result<(), NotIssued> {
        self.at("validate", renewal.parameter("device").unwrap_or_default())
    }

    async fn before_login(
        &self,
        user: &UserId,
        privileges: &mut UserPrivileges,
    ) -> Result<(), NotIssued> {
        self.at("before_login", user.id())?;
        *privileges = std::mem::take(privileges).claim("login", true);
        Ok(())
    }

    async fn after_login(
        &self,
        user: &UserId,
        response: &mut TokenResponse,
    ) -> Result<(), NotIssued> {
        self.at("after_login", user.id())?;
        response.insert("user", user.id())?;
        Ok(())
    }

    async fn before_renewal(
        &self,
        renewal: &Renewal,
        privileges: &mut UserPrivileges,
    ) -> Result<(), NotIssued> {
        self.at("before_renewal", renewal.user().id())?;
        *privileges = std::mem::take(privileges).claim("renewed", true);
        Ok(())
    }

    async fn after_renewal(
        &self,
        renewal: &Renewal,
        response: &mut TokenResponse,
    ) -> Result<(), NotIssued> {
        self.at("after_renewal", renewal.user().id())?;
        response.insert("device", renewal.label())?;
        Ok(())
    }

    async fn persist(&self, user: &UserId, response: &TokenResponse) -> Result<(), NotIssued> {
        self.at("persist", &format!("{} {}", user.id(), response.refresh_token()))
    }
}
