//! Asking the functions of `authorize`, in the order written: the first that does not say yes
//! ends the request.

use std::rc::Rc;

use actix_web::{Error, HttpMessage, HttpRequest};

use super::{Entered, Gate, Hidden};
use crate::answer::{Cause, Denial};
use crate::authorize::{Check, Denied, Stopped};
use crate::contain::{contained, contained_async};
use crate::decision::Granted;
use crate::error;
use crate::principal::Principal;
use crate::user::Withheld;

/// Why a request does not go on.
pub(super) enum Stop {
    Denied(Denial),
    /// What an extractor answers, and as what the log tells of it.
    Unread(Error, Denial),
}

impl Stop {
    /// As the log tells of it.
    pub(super) fn denial(&self) -> &Denial {
        match self {
            Self::Denied(denial) | Self::Unread(_, denial) => denial,
        }
    }
}

impl Gate {
    /// Asks what there is to ask on a verb that is not anonymous. Takes the proof that the
    /// policy lets the caller in, and gives it back if every check does.
    pub(super) async fn authorize(
        self: &Rc<Self>,
        granted: Granted,
        request: &HttpRequest,
        caller: Option<&Principal>,
    ) -> Result<Granted, Stop> {
        // For the extractors of the checks.
        Entered { gate: Rc::clone(self), caller: caller.cloned() }.mark(request);
        for check in self.0.checks() {
            if let Err(stop) = self.ask_check(check, request, caller).await {
                request.extensions_mut().remove::<Entered>();
                return Err(stop);
            }
        }
        Ok(granted)
    }

    async fn ask_check(
        &self,
        check: &Check,
        request: &HttpRequest,
        caller: Option<&Principal>,
    ) -> Result<(), Stop> {
        let whose = || format!("`{}` in `authorize`", check.name);
        let asked = contained(&whose(), || check.ask(request.clone())).flatten();
        let answer = match asked {
            Some(asked) => contained_async(&whose(), asked).await,
            None => None,
        };
        // Who the caller is comes first, whatever the check has made of it.
        if let Some(withheld) = Withheld::by_extractor(request) {
            return Err(Stop::Denied(withheld));
        }
        let stopped = match answer {
            Some(Ok(())) => return Ok(()),
            Some(Err(stopped)) => stopped,
            None => {
                return Err(Stop::Denied(Denial::new(Cause::Failed).because("a check panicked")));
            }
        };
        let forbidden = |reason: &'static str| {
            let mut denial = Denial::new(Cause::Forbidden).because(reason);
            denial.scheme = caller.and_then(|caller| self.0.position_of(caller));
            denial.explained(format!("{} does not let the caller go on", whose()))
        };
        Err(match stopped {
            Stopped::Denied(Denied::Forbidden) => Stop::Denied(forbidden("a check refuses")),
            Stopped::Denied(Denied::NotFound) => {
                Hidden::mark(request);
                Stop::Denied(forbidden("a check hides it"))
            }
            Stopped::Denied(Denied::Unavailable(error)) => {
                tracing::error!("{} could not tell: {error}", whose());
                Stop::Denied(Denial::new(Cause::Unavailable).because("a check cannot tell"))
            }
            Stopped::Unread(error) => match told(&error) {
                Some(denial) => Stop::Denied(denial),
                None => Stop::Unread(error, forbidden("a check cannot be asked")),
            },
        })
    }
}

/// What an extractor of this crate has to say.
fn told(error: &Error) -> Option<Denial> {
    error.as_error::<error::Error>()?.denial()
}
