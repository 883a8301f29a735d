//! What is judged: an endpoint for every policy of the oracle, under the same name.

mod claims;
mod hierarchy;
mod lists;
mod policies;
mod require;
mod schemes;
mod verbs;

use std::sync::Arc;

use portcullis::__private::{ENDPOINTS, Endpoint};
use portcullis::{Builder, Portcullis, Principal, Problems, Verb};

use crate::callers::SCHEMES;
use crate::credentials::Numbered;
use crate::oracle::{self, Policy};

/// An instance that serves all of them, and knows these callers by each of the schemes.
pub(crate) fn instance(callers: &Arc<[Principal]>) -> Result<Portcullis, Problems> {
    let scheme = |builder: Builder, header| {
        builder.scheme(header, Numbered { header, callers: Arc::clone(callers) })
    };
    let builder = SCHEMES.into_iter().fold(Portcullis::builder(), scheme);
    hierarchy::register(policies::register(builder)).build()
}

/// One verb of an endpoint on one path.
#[derive(Clone, Copy)]
pub(crate) struct Door {
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) verb: Verb,
    pub(crate) path: &'static str,
    pub(crate) policy: &'static Policy,
}

/// All that is judged, beside what the oracle says of it.
pub(crate) fn doors() -> Vec<Door> {
    let endpoints = || ENDPOINTS.iter().copied();
    for policy in oracle::policies() {
        let named = endpoints().filter(|endpoint| endpoint.handler == policy.name).count();
        assert_eq!(named, 1, "endpoints named `{}`", policy.name);
    }
    let doors = endpoints().flat_map(|endpoint| {
        let policy = oracle::policies().find(|policy| policy.name == endpoint.handler);
        assert!(policy.is_some(), "the oracle is silent about `{}`", endpoint.handler);
        let routes = endpoint.routes.iter().copied();
        let door = |policy| routes.map(move |(verb, path)| Door { endpoint, verb, path, policy });
        policy.map(door).into_iter().flatten()
    });
    doors.collect()
}
