//! Schemes, refresh tokens, revocations, and what clients are told of them.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use portcullis::{
    Algorithm, AuthorizationServer, Builder, Csrf, HttpBasic, JwtBearer, Key, Password, Portcullis,
    Principal, Random, RefreshStore, RefreshTokens, RevocationStore, Revocations, SystemRandom,
};

use crate::Fault;
use crate::cli::Options;
use crate::people::People;
use crate::token_service::MyTokenService;

pub(crate) struct SetUp<'a> {
    pub(crate) options: &'a Options,
    pub(crate) issuer: String,
    pub(crate) people: Arc<People>,
}

impl SetUp<'_> {
    pub(crate) async fn over<S>(self, store: S) -> Result<Portcullis, Fault>
    where
        S: RefreshStore + RevocationStore + Clone + 'static,
    {
        let tokens = RefreshTokens::new(store.clone(), MyTokenService(self.people.clone()))
            .access_validity(Duration::from_secs(self.options.access_seconds))
            .refresh_validity(Duration::from_secs(4 * 3600))
            .path("/api/refresh-token");
        let server = AuthorizationServer::new(&self.issuer)
            .allow_http_on_localhost() // to try it; `https` elsewhere
            .revocation_endpoint("/oauth/revoke")
            .introspection_endpoint("/oauth/introspect");
        let builder = self
            .signed()?
            .scheme("clients", clients())
            // Clients that authenticate themselves by name and secret are no browsers.
            .csrf(Csrf::default().allow_non_browsers())
            .refresh_tokens(tokens)
            .revocations(Revocations::open(store).bound(Duration::from_secs(2)).await?)
            .authorization_server(server);
        Ok(builder.build()?)
    }

    /// With the scheme that signs access tokens and reads them.
    fn signed(&self) -> Result<Builder, Fault> {
        let builder = Portcullis::builder();
        let named = |jwt: JwtBearer| jwt.issuer(&self.issuer).audience("department-api");
        let Some(file) = &self.options.key else {
            return Ok(builder.scheme("jwt", named(JwtBearer::hs256(secret()?))));
        };
        let pem = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let key = Key::pem(Algorithm::Es256, pem).id("1");
        Ok(builder.scheme("jwt", named(JwtBearer::new(key))).key_set_endpoint())
    }
}

/// Servers that ask what tokens are worth. In life their secrets are random, and kept as hashes.
fn clients() -> HttpBasic {
    HttpBasic::new(async |name: &str, secret: Password| {
        let right = name == "gateway" && secret.expose() == "for-this-example-only";
        Ok(right.then(|| Principal::new(name).permission("tokens:introspect")))
    })
}

/// The one of the environment, else one that lasts as long as this process.
fn secret() -> Result<Vec<u8>, Fault> {
    if let Some(key) = std::env::var_os("TOKEN_SIGNING_KEY") {
        return Ok(key.into_encoded_bytes());
    }
    let mut key = vec![0; 32];
    SystemRandom.fill(&mut key)?;
    Ok(key)
}
