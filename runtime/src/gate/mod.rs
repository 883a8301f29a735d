//! The guard: what actix calls after routing, and before any extractor.
//!
//! authenticate → forged? → decide → `Args::from_request` → handler → respond

mod asking;
mod authenticate;
mod authorize;
mod enter;
mod entered;
mod hidden;
mod refusal;
#[cfg(feature = "revocation")]
mod revoked;
mod service;

use std::rc::Rc;
use std::sync::Arc;

use actix_web::HttpRequest;

use crate::answer::{self, Denial};
use crate::authorize::Check;
use crate::csrf::Csrf;
use crate::decision::{Access, Decision, Granted, Standing, decide};
use crate::demand::Answers;
use crate::endpoint::Endpoint;
use crate::hierarchy::Hierarchy;
use crate::principal::{InstanceId, Principal};
use crate::requirement::Requirements;
use crate::rule::{Rule, Text};
use crate::scheme::Registered;
use crate::telemetry::Telemetry;
use crate::user::Sources;
use crate::verb::Verb;

use authenticate::Identity;
use authorize::Stop;
pub use enter::{Entering, enter};
pub(crate) use entered::Entered;
pub(crate) use hidden::Hidden;

/// Stands before one route of one endpoint, for one instance.
#[derive(Clone, Debug)]
pub struct Gate(Arc<Checkpoint>);

/// What a gate knows. Constant after start-up.
#[derive(Debug)]
pub(crate) struct Checkpoint {
    pub(crate) shared: Arc<Shared>,
    pub(crate) endpoint: &'static Endpoint,
    /// The path as it is written at the endpoint.
    pub(crate) path: Text,
    /// The verb that is judged: the one that was routed on, whatever the request says later.
    pub(crate) verb: Verb,
    pub(crate) access: Access,
    /// The rules that `access` was compiled from, with every policy in its place.
    pub(crate) rules: Vec<Rule>,
    /// Whether a scope is among the rules, so that a refusal may have to name some.
    pub(crate) asks_scopes: bool,
    /// The schemes to try, in this order.
    pub(crate) schemes: Vec<Arc<Registered>>,
}

/// What all gates of an instance share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) instance: InstanceId,
    pub(crate) answers: answer::Answers,
    pub(crate) telemetry: Telemetry,
    pub(crate) csrf: Csrf,
    pub(crate) hierarchy: Arc<Hierarchy>,
    pub(crate) requirements: Requirements,
    /// What extractors load the application's users from.
    pub(crate) users: Sources,
    #[cfg(feature = "revocation")]
    pub(crate) revocations: Option<crate::revocation::Revocations>,
    /// Every scheme; the default one is the first.
    #[cfg(any(feature = "_jwt", feature = "cookie-session"))]
    pub(crate) schemes: Vec<Arc<Registered>>,
    /// What OAuth clients are told of this server, if anything.
    #[cfg(all(feature = "oauth", feature = "_jwt"))]
    pub(crate) metadata: Option<actix_web::web::Bytes>,
    /// What keeps logins, if anything does.
    #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
    pub(crate) refresh: Option<Arc<crate::refresh::Families>>,
}

/// A request that may go on.
struct Entry {
    granted: Granted,
    caller: Option<Principal>,
}

impl Gate {
    pub(crate) fn new(checkpoint: Checkpoint) -> Self {
        Self(Arc::new(checkpoint))
    }

    pub(crate) fn checkpoint(&self) -> &Checkpoint {
        &self.0
    }

    /// Decides whether a request may enter. Reads nothing but its head.
    async fn judge(self: &Rc<Self>, request: &HttpRequest) -> Result<Entry, Stop> {
        let telemetry = &self.0.shared.telemetry;
        let caller = match self.0.identify(request).await {
            Identity::Caller(caller) if self.0.is_nobody_here(&caller) => {
                telemetry.disregarded(&self.0, &self.0.conflicting(&caller), Some(&caller));
                None
            }
            Identity::Caller(caller) => Some(caller),
            Identity::Nobody => None,
            Identity::Refused(denial, whose) if self.0.is_anonymous() => {
                telemetry.disregarded(&self.0, &denial, whose.as_ref());
                None
            }
            Identity::Refused(denial, whose) => {
                telemetry.denied(&self.0, &denial, whose.as_ref());
                return Err(Stop::Denied(denial));
            }
        };
        let entry = match self.0.settle(request, caller.as_ref()).await {
            // Boxed: a request of which nothing is asked shall carry nothing of it.
            Ok(granted) if self.0.has_checks() => {
                Box::pin(self.authorize(granted, request, caller.as_ref())).await
            }
            Ok(granted) => Ok(granted),
            Err(denial) => Err(Stop::Denied(denial)),
        };
        match entry {
            Ok(granted) => {
                telemetry.entered(&self.0, caller.as_ref());
                Ok(Entry { granted, caller })
            }
            Err(stop) => {
                telemetry.denied(&self.0, stop.denial(), caller.as_ref());
                Err(stop)
            }
        }
    }
}

impl Checkpoint {
    /// Decides on a caller, and asks what it takes. Each requirement is asked at most once: its
    /// answer is remembered until the request is decided.
    async fn settle(
        &self,
        request: &HttpRequest,
        caller: Option<&Principal>,
    ) -> Result<Granted, Denial> {
        let mut answers = Answers::default();
        loop {
            match self.decide(caller, &answers) {
                Decision::Allow(granted) => return Ok(granted),
                Decision::Deny(refusal) => return Err(self.denial(refusal, caller, &answers)),
                // Boxed: a request that asks nothing shall carry nothing of it.
                Decision::Ask(bit) => {
                    Box::pin(self.ask(bit, request, caller, &mut answers)).await?;
                }
            }
        }
    }

    /// The decision on a caller; a principal of another instance is nobody.
    pub(crate) fn decide(&self, caller: Option<&Principal>, answers: &Answers) -> Decision {
        decide(&self.access, self.standing(caller), answers)
    }

    /// The functions that are asked about what a caller touches.
    fn checks(&self) -> impl Iterator<Item = &'static Check> + use<> {
        let (verb, asks) = (self.verb, !self.is_anonymous());
        let on_verb = move |check: &&Check| check.verb.is_none_or(|only| only == verb);
        self.endpoint.checks.iter().filter(move |check| asks && on_verb(check))
    }

    /// Whether there are any.
    pub(crate) fn has_checks(&self) -> bool {
        self.checks().next().is_some()
    }

    pub(crate) fn is_anonymous(&self) -> bool {
        matches!(self.access, Access::Anonymous)
    }

    fn standing<'a>(&self, caller: Option<&'a Principal>) -> Standing<'a> {
        caller.map_or(Standing::Nobody, |caller| caller.standing(self.shared.instance))
    }

    /// Whether a caller who enters nowhere else goes on as nobody.
    fn is_nobody_here(&self, caller: &Principal) -> bool {
        self.is_anonymous() && matches!(self.standing(Some(caller)), Standing::Conflicting)
    }
}
