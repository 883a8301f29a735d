//! A set-up as the developer writes it. Nothing is judged here: that is `startup`.

mod answers;
mod debug;
#[cfg(feature = "_jwt")]
mod keys;
#[cfg(all(feature = "oauth", feature = "_jwt"))]
mod oauth;
mod privileges;
#[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
mod refresh;
mod requirements;
#[cfg(feature = "revocation")]
mod revocations;
mod roles;
mod selection;
mod users;

use std::borrow::Cow;
use std::panic::Location;
use std::sync::Arc;

use crate::answer::Answers;
use crate::clock::{Clock, SystemClock};
use crate::csrf::Csrf;
use crate::endpoint::Endpoint;
use crate::group::Group;
use crate::instance::Portcullis;
use crate::privileges::PrivilegeCache;
use crate::problem::{Problem, Problems};
use crate::random::{Random, SystemRandom};
use crate::requirement::Requirement;
use crate::rule::{Rule, Text};
use crate::scheme::{IntoScheme, Prepared, Setup};
use crate::startup;
use crate::telemetry::{Hook, Observation};
use crate::user::UserSource;
use crate::verb::Verb;

pub(crate) use roles::{Relation, RoleCall};

/// The name of the protected area that challenges tell, unless they say otherwise.
const REALM: &str = "api";

/// A set-up in the making: see [`Portcullis::builder`].
pub struct Builder {
    pub(crate) schemes: Vec<Named<Make>>,
    pub(crate) default_scheme: Option<Named<()>>,
    pub(crate) policies: Vec<Named<Rule>>,
    pub(crate) selection: Vec<Named<Choice>>,
    pub(crate) requirements: Vec<Named<Box<dyn Requirement>>>,
    /// Sources of privileges, in the order in which they are asked.
    pub(crate) privileges: Vec<PrivilegeCache>,
    /// What users are loaded from.
    pub(crate) users: Vec<(UserSource, &'static Location<'static>)>,
    /// What is said of roles, in the order of the calls.
    pub(crate) roles: Vec<RoleCall>,
    pub(crate) further: Vec<(&'static Endpoint, Vec<(Verb, Text)>)>,
    /// Where `key_set_endpoint` was said.
    #[cfg(feature = "_jwt")]
    pub(crate) key_set: Option<&'static Location<'static>>,
    /// What `refresh_tokens` was given, and where.
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    pub(crate) refresh: Vec<(crate::refresh::RefreshTokens, &'static Location<'static>)>,
    #[cfg(feature = "revocation")]
    pub(crate) revocations: Option<crate::revocation::Revocations>,
    /// What `authorization_server` was given, and where.
    #[cfg(all(feature = "oauth", feature = "_jwt"))]
    pub(crate) authorization_servers:
        Vec<(crate::oauth::AuthorizationServer, &'static Location<'static>)>,
    pub(crate) answers: Answers,
    pub(crate) csrf: Csrf,
    pub(crate) realm: Text,
    pub(crate) on_decision: Option<Box<Hook>>,
    pub(crate) log_key: Option<[u8; 16]>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
}

/// Something with a name, and the place where it was given.
pub(crate) struct Named<T> {
    pub(crate) name: Text,
    pub(crate) value: T,
    pub(crate) place: &'static Location<'static>,
}

/// What decides whether an instance checks and serves an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Those of the module of this name.
    Module,
    /// Those of this group.
    Only(Group),
    /// None of this group.
    Except(Group),
}

/// Makes a scheme once the names of all policies are known.
pub(crate) type Make = Box<dyn FnOnce(&Setup) -> Result<Prepared, Vec<Problem>>>;

impl Builder {
    pub(crate) fn new() -> Self {
        Self {
            schemes: Vec::new(),
            default_scheme: None,
            policies: Vec::new(),
            selection: Vec::new(),
            requirements: Vec::new(),
            privileges: Vec::new(),
            users: Vec::new(),
            roles: Vec::new(),
            further: Vec::new(),
            #[cfg(feature = "_jwt")]
            key_set: None,
            #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
            refresh: Vec::new(),
            #[cfg(feature = "revocation")]
            revocations: None,
            #[cfg(all(feature = "oauth", feature = "_jwt"))]
            authorization_servers: Vec::new(),
            answers: Answers::default(),
            csrf: Csrf::default(),
            realm: REALM.into(),
            on_decision: None,
            log_key: None,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
        }
    }

    /// Registers an authentication scheme. The first one is the default.
    #[track_caller]
    #[must_use]
    pub fn scheme(
        mut self,
        name: impl Into<Cow<'static, str>>,
        scheme: impl IntoScheme + 'static,
    ) -> Self {
        let make: Make = Box::new(move |setup| scheme.into_scheme(setup));
        self.schemes.push(Named::here(name, make));
        self
    }

    /// The scheme of endpoints that name none, instead of the first one.
    #[track_caller]
    #[must_use]
    pub fn default_scheme(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.default_scheme = Some(Named::here(name, ()));
        self
    }

    /// Registers a policy, for `policies("ManagersOnly")` and `require(policy("ManagersOnly"))`.
    #[track_caller]
    #[must_use]
    pub fn policy(mut self, name: impl Into<Cow<'static, str>>, rule: Rule) -> Self {
        self.policies.push(Named::here(name, rule));
        self
    }

    /// The protected area that challenges name (RFC 9110 §11.5). Default: `api`.
    #[must_use]
    pub fn realm(mut self, realm: impl Into<Cow<'static, str>>) -> Self {
        self.realm = realm.into();
        self
    }

    /// Where requests with credentials that browsers send unasked may come from, besides the
    /// host that they are sent to. What is said last counts.
    #[must_use]
    pub fn csrf(mut self, csrf: Csrf) -> Self {
        self.csrf = csrf;
        self
    }

    /// Is told of every decision, for metrics. A panic in it is logged and changes nothing.
    #[must_use]
    pub fn on_decision(mut self, hook: impl Fn(&Observation<'_>) + Send + Sync + 'static) -> Self {
        self.on_decision = Some(Box::new(hook));
        self
    }

    /// The key under which callers' ids are hashed for logs. Without one a random key is made,
    /// and the hash of a caller differs from process to process.
    #[must_use]
    pub fn log_key(mut self, key: [u8; 16]) -> Self {
        self.log_key = Some(key);
        self
    }

    /// Where time comes from, instead of the operating system.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Where random bytes come from, instead of the operating system.
    #[must_use]
    pub fn random(mut self, random: impl Random + 'static) -> Self {
        self.random = Arc::new(random);
        self
    }

    /// Serves an endpoint on further routes, known only at run time, besides its own.
    #[doc(hidden)]
    #[must_use]
    pub fn serve_at<P: Into<Cow<'static, str>>>(
        mut self,
        endpoint: &'static Endpoint,
        routes: impl IntoIterator<Item = (Verb, P)>,
    ) -> Self {
        let routes = routes.into_iter().map(|(verb, path)| (verb, path.into())).collect();
        self.further.push((endpoint, routes));
        self
    }

    /// Checks the whole set-up.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in one list, each with file and line.
    pub fn build(self) -> Result<Portcullis, Problems> {
        startup::start(self)
    }
}

impl<T> Named<T> {
    #[track_caller]
    fn here(name: impl Into<Cow<'static, str>>, value: T) -> Self {
        Self { name: name.into(), value, place: Location::caller() }
    }
}
