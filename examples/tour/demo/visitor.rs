//! Somebody who sends requests. Tokens are got as anybody gets them: by signing in.

use std::error::Error;
use std::time::Duration;

use awc::Client;
use awc::http::Method;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::expected::{Row, VISITORS};
use crate::login::Login;
use crate::personas::{ADMIN, DOUBLE, EMPLOYEE, MANAGER, Persona};

/// Unoptimized argon2 on a busy machine takes its time.
const PATIENCE: Duration = Duration::from_secs(60);

pub(super) struct Visitor {
    client: Client,
    base: String,
}

/// What a login is answered with.
#[derive(Deserialize)]
pub(super) struct Signed {
    pub(super) access_token: String,
    pub(super) refresh_token: String,
}

/// In the order of [`VISITORS`].
pub(super) async fn everybody(base: &str) -> Result<[Visitor; VISITORS.len()], Box<dyn Error>> {
    let admin = sign_in(base, &ADMIN).await?.access_token;
    let manager = sign_in(base, &MANAGER).await?.access_token;
    let employee = sign_in(base, &EMPLOYEE).await?.access_token;
    let double = sign_in(base, &DOUBLE).await?.access_token;
    let forged = forge(&admin, &employee).ok_or("a token has no signature")?;
    let cookie = sign_in_by_cookie(base, &EMPLOYEE).await?;
    let [browser, lured] = [("same-origin", &cookie), ("cross-site", &cookie)]
        .map(|(site, cookie)| Visitor::browser(base, site, cookie));
    let tokens = [None, Some(forged), Some(admin), Some(manager), Some(employee), Some(double)];
    let [nobody, forged, admin, manager, employee, double] =
        tokens.map(|token| Visitor::new(base, token));
    Ok([nobody, forged, admin, manager, employee, double, browser, lured])
}

pub(super) async fn sign_in(base: &str, persona: &Persona) -> Result<Signed, Box<dyn Error>> {
    let login = Login { username: persona.name.into(), password: persona.password.into() };
    let request = Client::builder().timeout(PATIENCE).finish().post(format!("{base}/api/login"));
    Ok(request.send_json(&login).await?.json().await?)
}

/// What a browser does with the sign-in form.
async fn sign_in_by_cookie(base: &str, persona: &Persona) -> Result<String, Box<dyn Error>> {
    let login = Login { username: persona.name.into(), password: persona.password.into() };
    let client = Client::builder().timeout(PATIENCE).finish();
    let request = client.post(format!("{base}/api/sign-in"));
    let request = request.insert_header(("Sec-Fetch-Site", "same-origin"));
    let response = request.send_json(&login).await?;
    let cookie = response.headers().get("set-cookie").ok_or("no cookie was set")?.to_str()?;
    let (pair, _) = cookie.split_once(';').unwrap_or((cookie, ""));
    Ok(pair.to_owned())
}

fn forge(claims: &str, signature: &str) -> Option<String> {
    let (claims, _) = claims.rsplit_once('.')?;
    let (_, signature) = signature.rsplit_once('.')?;
    Some(format!("{claims}.{signature}"))
}

impl Visitor {
    pub(super) fn new(base: &str, token: Option<String>) -> Self {
        let client = Client::builder().timeout(PATIENCE);
        let client = token.into_iter().fold(client, |client, token| client.bearer_auth(token));
        Self { client: client.finish(), base: base.to_owned() }
    }

    /// Sends a cookie, and says as browsers do whose page has made it send a request.
    fn browser(base: &str, site: &str, cookie: &str) -> Self {
        let client = Client::builder().timeout(PATIENCE);
        let client = client.add_default_header(("Cookie", cookie));
        let client = client.add_default_header(("Sec-Fetch-Site", site));
        Self { client: client.finish(), base: base.to_owned() }
    }

    pub(super) async fn send(&self, row: &Row) -> Result<u16, Box<dyn Error>> {
        let method = row.verb.parse::<Method>()?;
        let request = self.client.request(method, format!("{}{}", self.base, row.path));
        let response = request.content_type("application/json").send_body(row.body).await?;
        Ok(response.status().as_u16())
    }

    /// The status of a request without a body.
    pub(super) async fn status(&self, method: Method, path: &str) -> Result<u16, Box<dyn Error>> {
        let request = self.client.request(method, format!("{}{path}", self.base));
        Ok(request.send().await?.status().as_u16())
    }

    /// What is there, as JSON.
    pub(super) async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, Box<dyn Error>> {
        let request = self.client.get(format!("{}{path}", self.base));
        Ok(request.send().await?.json().await?)
    }

    /// The status of a renewal.
    pub(super) async fn renew(&self, refresh_token: &str) -> Result<u16, Box<dyn Error>> {
        let request = self.client.post(format!("{}/api/refresh-token", self.base));
        let response = request.send_form(&[("refresh_token", refresh_token)]).await?;
        Ok(response.status().as_u16())
    }
}
