//! What is told of decisions: a `tracing` event for each, and a hook for metrics. Never a
//! token, and of a caller no more than a keyed hash.

mod user_hash;

use std::fmt;

use crate::answer::{Cause, Denial};
use crate::contain::contained;
use crate::gate::Checkpoint;
use crate::principal::Principal;
use crate::verb::Verb;

pub(crate) use user_hash::UserHash;

/// What was decided on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The caller entered; `known` says whether it was somebody.
    Entered {
        /// Whether a scheme has found the caller.
        known: bool,
    },
    /// The caller did not; or had entered, and an extractor of this crate has refused to go on
    /// (no user of the application, a claim that is missing). Then it is told after the entry.
    Denied(Cause),
    /// Credentials were presented on an anonymous verb and did not hold, or made a caller who
    /// may enter nowhere; the caller entered as nobody. Told besides the entry itself.
    Disregarded(Cause),
}

/// One decision, as [`Builder::on_decision`](crate::Builder::on_decision) is told of it.
#[derive(Clone, Copy, Debug)]
pub struct Observation<'a> {
    checkpoint: &'a Checkpoint,
    outcome: Outcome,
}

/// Tells of decisions.
pub(crate) struct Telemetry {
    pub(crate) hook: Option<Box<Hook>>,
    pub(crate) users: UserHash,
}

pub(crate) type Hook = dyn Fn(&Observation<'_>) + Send + Sync;

impl Observation<'_> {
    /// The module of the handler and the handler: `app::admin::restricted`.
    #[must_use]
    pub fn endpoint(&self) -> String {
        self.checkpoint.endpoint.full_name()
    }

    /// The path as it is written at the endpoint: of bounded number, and so fit for a label.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.checkpoint.path
    }

    /// The verb that was judged.
    #[must_use]
    pub fn verb(&self) -> Verb {
        self.checkpoint.verb
    }

    /// What was decided.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }
}

impl Telemetry {
    pub(crate) fn entered(&self, at: &Checkpoint, caller: Option<&Principal>) {
        self.tell(at, Outcome::Entered { known: caller.is_some() }, caller, "allowed");
    }

    pub(crate) fn denied(&self, at: &Checkpoint, denial: &Denial, caller: Option<&Principal>) {
        self.tell(at, Outcome::Denied(denial.cause), caller, reason(denial));
    }

    pub(crate) fn disregarded(&self, at: &Checkpoint, denial: &Denial, caller: Option<&Principal>) {
        self.tell(at, Outcome::Disregarded(denial.cause), caller, reason(denial));
    }

    fn tell(&self, at: &Checkpoint, outcome: Outcome, caller: Option<&Principal>, why: &str) {
        self.event(at, outcome, caller, why);
        if let Some(hook) = &self.hook {
            contained("the `on_decision` hook", || {
                hook(&Observation { checkpoint: at, outcome });
            });
        }
    }

    /// Names of OpenTelemetry's semantic conventions, and of OWASP's logging vocabulary.
    fn event(&self, at: &Checkpoint, outcome: Outcome, caller: Option<&Principal>, why: &str) {
        macro_rules! event {
            ($level:ident, $name:literal, $decision:literal) => {
                tracing::$level!(
                    target: "portcullis::decision",
                    {
                        event.name = $name,
                        decision = $decision,
                        reason = why,
                        code.function.name = at.endpoint.handler,
                        code.namespace = at.endpoint.module,
                        http.request.method = at.verb.as_str(),
                        http.route = &*at.path,
                        user.hash = caller.map(|caller| self.users.of(caller)),
                    },
                    "{} {} {}", $decision, at.verb, at.path,
                )
            };
        }
        match outcome {
            Outcome::Entered { .. } => event!(debug, "authz_success", "allow"),
            Outcome::Disregarded(Cause::Unavailable | Cause::Failed) => {
                event!(warn, "authn_unavailable", "disregard");
            }
            Outcome::Disregarded(Cause::CrossSite | Cause::Forbidden) => {
                event!(info, "authz_fail", "disregard")
            }
            Outcome::Disregarded(_) => event!(debug, "authn_token_fail", "disregard"),
            Outcome::Denied(Cause::Unavailable) if caller.is_some() => {
                event!(error, "authz_unavailable", "deny");
            }
            Outcome::Denied(Cause::Unavailable) => event!(error, "authn_unavailable", "deny"),
            Outcome::Denied(Cause::Failed) => event!(error, "authz_error", "deny"),
            Outcome::Denied(Cause::CrossSite | Cause::Forbidden) => {
                event!(info, "authz_fail", "deny");
            }
            // OWASP's name for attempts beyond a limit.
            Outcome::Denied(Cause::Throttled) => event!(warn, "authn_login_fail_max", "deny"),
            Outcome::Denied(_) => event!(info, "authn_fail", "deny"),
        }
    }
}

/// Why, in words that hold nothing of the request.
fn reason(denial: &Denial) -> &str {
    if let Some(reason) = denial.reason {
        return reason;
    }
    match denial.cause {
        Cause::Malformed => "malformed credentials",
        Cause::Unauthenticated => "no credentials",
        Cause::CrossSite => "the request may be forged",
        Cause::Rejected => denial.explanation.as_deref().unwrap_or("credentials do not hold"),
        Cause::Throttled => "too many attempts have failed",
        Cause::Forbidden => "not allowed",
        Cause::Unavailable => "credentials cannot be checked",
        Cause::Failed => "a check panicked",
    }
}

impl fmt::Debug for Telemetry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Telemetry(..)")
    }
}
