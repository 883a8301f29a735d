//! A set-up that was checked and serves.

use std::fmt;
use std::sync::Arc;

use actix_web::web::ServiceConfig;

use crate::builder::Builder;
use crate::endpoint::Endpoint;
use crate::gate::Gate;
#[cfg(feature = "_jwt")]
use crate::gate::Shared;
use crate::mount::{Areas, Install, Lane, Mounted};
use crate::problem::Problem;
use crate::table::RouteEntry;

/// The schemes, policies and endpoints of a server, checked and ready. Cheap to clone; every
/// worker of a server holds the same one.
///
/// Several of them can live in one process. They share nothing: a caller of one is nobody to
/// another.
#[derive(Clone)]
pub struct Portcullis(Arc<Instance>);

pub(crate) struct Instance {
    #[cfg(feature = "_jwt")]
    pub(crate) shared: Arc<Shared>,
    /// One for each verb and path, sorted by path and verb.
    pub(crate) gates: Vec<Gate>,
    /// The same, but for those that are only mounted by hand, by path.
    pub(crate) areas: Arc<Areas>,
    pub(crate) warnings: Vec<Problem>,
}

impl Portcullis {
    /// Starts a set-up.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// Serves every endpoint of the program, those of its libraries included, that is not
    /// `manual`: `App::new().configure(portcullis.mount())`.
    ///
    /// An endpoint of a library is found only if something names the library:
    /// `use my_handlers as _;`.
    pub fn mount(&self) -> impl FnOnce(&mut ServiceConfig) + 'static {
        let mounted = Mounted(Arc::clone(&self.0.areas));
        move |config| {
            config.service(mounted);
        }
    }

    /// Judges the endpoints that are mounted by hand in this App, with `App::service` or
    /// `scope.service`. Without it they answer 500.
    pub fn install(&self) -> impl FnOnce(&mut ServiceConfig) + 'static {
        let install = Install(self.clone());
        move |config| {
            config.service(install);
        }
    }

    /// Every verb on every path that this instance judges, sorted by path and verb.
    pub fn routes(&self) -> impl Iterator<Item = RouteEntry<'_>> {
        self.gates().iter().map(RouteEntry::of)
    }

    /// What is legal and yet worth a second look.
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.0.warnings.iter()
    }

    /// Signs tokens outside a handler, with the default scheme.
    #[cfg(feature = "_jwt")]
    #[must_use]
    pub fn tokens(&self) -> crate::Tokens {
        crate::Tokens::new(Arc::clone(&self.0.shared))
    }

    /// Begins and ends logins outside a handler.
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    #[must_use]
    pub fn logins(&self) -> crate::Logins {
        crate::Logins::new(Arc::clone(&self.0.shared))
    }

    /// The public keys that the JWT schemes were given, those that sign and those that only
    /// verify, as a JWK Set (RFC 7517 §5) for whoever verifies their tokens elsewhere; not those
    /// that were fetched from an authority, which publishes them itself. Keys of several schemes
    /// should not share an id. See [`Builder::key_set_endpoint`](crate::Builder::key_set_endpoint).
    #[cfg(feature = "_jwt")]
    #[must_use]
    pub fn public_keys(&self) -> crate::KeySet {
        crate::KeySet::of_schemes(&self.0.shared.schemes)
    }

    /// The keys of a [`JwtBearer`](crate::JwtBearer), to be replaced while it is at work. `None`
    /// if no such scheme has this name, or if its keys are fetched from an authority.
    #[cfg(feature = "_jwt")]
    #[must_use]
    pub fn keys(&self, scheme: &str) -> Option<crate::KeyHandle> {
        self.rotation(scheme, None)
    }

    /// The same for the keys of an issuer that the scheme trusts besides its own:
    /// [`JwtBearer::trust`](crate::JwtBearer::trust).
    #[cfg(feature = "_jwt")]
    #[must_use]
    pub fn keys_of(&self, scheme: &str, issuer: &str) -> Option<crate::KeyHandle> {
        self.rotation(scheme, Some(issuer))
    }

    #[cfg(feature = "_jwt")]
    fn rotation(&self, scheme: &str, issuer: Option<&str>) -> Option<crate::KeyHandle> {
        let mut schemes = self.0.shared.schemes.iter();
        let scheme = schemes.find(|one| one.setup.name() == scheme)?;
        scheme.judge.as_ref()?.rotation(issuer).map(crate::KeyHandle::new)
    }

    pub(crate) fn new(instance: Instance) -> Self {
        Self(Arc::new(instance))
    }

    #[cfg(all(test, feature = "_jwt"))]
    pub(crate) fn shared(&self) -> &Shared {
        &self.0.shared
    }

    pub(crate) fn gates(&self) -> &[Gate] {
        &self.0.gates
    }

    /// The lanes of an endpoint on one of its paths.
    ///
    /// # Errors
    ///
    /// If this instance does not know the endpoint.
    pub(crate) fn lanes_of(
        &self,
        endpoint: &'static Endpoint,
        path: &str,
    ) -> Result<Vec<Lane>, &'static str> {
        let own = self.gates().iter().filter(|gate| {
            let checkpoint = gate.checkpoint();
            std::ptr::eq(checkpoint.endpoint, endpoint) && checkpoint.path == path
        });
        let lanes = own.map(|gate| Lane::new(gate.clone())).collect::<Vec<_>>();
        if lanes.is_empty() {
            return Err("the installed `Portcullis` does not serve this endpoint");
        }
        Ok(lanes)
    }
}

impl fmt::Debug for Portcullis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Portcullis").field("routes", &self.0.gates.len()).finish_non_exhaustive()
    }
}
