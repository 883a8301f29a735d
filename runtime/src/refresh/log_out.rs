//! Log-out by whoever is calling.

use super::logins::Logins;
use crate::error::Error;
use crate::principal::Principal;
use crate::privileges::UserId;

impl Logins {
    /// Ends the login of a caller: the one that its claim `sid` names. Whether there was one. With
    /// `Builder::revocations` its access tokens end even if there was none.
    ///
    /// # Errors
    ///
    /// 503 if the store cannot be asked. The login may then go on.
    pub async fn log_out(&self, caller: &Principal) -> Result<bool, Error> {
        let families = self.families()?;
        let browser = self.browser(families)?;
        let ended = match caller.claim_as::<Box<str>>("sid") {
            Some(sid) => self.end(&UserId::of(caller), &sid).await?,
            None => false,
        };
        #[cfg(feature = "revocation")]
        if !ended {
            families.revoke_late(&self.shared, caller).await?;
        }
        let Some((browser, shape)) = browser else {
            return Ok(ended);
        };
        let ended = self.end_sent(browser).await? || ended;
        browser.forget(shape)?;
        Ok(ended)
    }

    /// Ends the login whose cookie came with the request, whoever is calling, and has the browser
    /// forget it: for those whose access token is over. Whether there was one.
    ///
    /// # Errors
    ///
    /// 403 if the request may come from another site's page; 503 if the store cannot be asked, and
    /// the login may then go on; 500 without [`RefreshTokens::cookie`](crate::RefreshTokens::cookie).
    pub async fn log_out_browser(&self) -> Result<bool, Error> {
        let (browser, shape) = self.browser(self.families()?)?.ok_or_else(|| {
            Error::internal("there is no cookie: add `.cookie(…)` to the refresh tokens")
        })?;
        let ended = self.end_sent(browser).await?;
        browser.forget(shape)?;
        Ok(ended)
    }
}
