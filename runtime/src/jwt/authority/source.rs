//! Metadata, then keys: one fetch.

use reqwest::Url;

use super::super::algorithm::Algorithm;
use super::super::key::{self, Fetched};
use super::Authority;
use super::discovery;
use super::http::{Failure, Http};

/// Where the keys of an issuer come from.
#[derive(Debug)]
pub(super) struct Source {
    issuer: String,
    metadata: Url,
    algorithms: Vec<Algorithm>,
    http: Http,
}

impl Source {
    /// # Errors
    ///
    /// What is wrong with the configuration. Nothing is asked yet.
    pub(super) fn new(authority: &Authority) -> Result<Self, String> {
        let issuer = &authority.issuer;
        let metadata = discovery::address(issuer)
            .map_err(|fault| format!("the authority {issuer:?} {fault}"))?;
        Ok(Self {
            issuer: issuer.clone(),
            metadata,
            algorithms: authority.algorithms.clone(),
            http: Http::new(authority).map_err(|fault| {
                format!("the authority {issuer:?} cannot be asked over TLS: {fault}")
            })?,
        })
    }

    /// Asks for the keys.
    pub(super) async fn fetch(&self) -> Result<Fetched, Failure> {
        let metadata = self.http.get(&self.metadata, discovery::METADATA).await;
        let metadata = metadata.map_err(|failure| format!("its metadata: {failure}"))?;
        let address = discovery::key_set(&metadata, &self.issuer)?;
        let set = self.http.get(&address, discovery::KEY_SET).await;
        let set = set.map_err(|failure| format!("its keys: {failure}"))?;
        key::fetched(&set, &self.algorithms)
    }

    /// Whether a key could be for the algorithm of this name.
    pub(super) fn accepts(&self, algorithm: &str) -> bool {
        self.algorithms.iter().any(|one| one.name() == algorithm)
    }

    pub(super) fn issuer(&self) -> &str {
        &self.issuer
    }
}
