//! Asking the schemes who is calling. The first that finds credentials decides.

use actix_web::HttpRequest;

use super::Checkpoint;
use crate::answer::{Cause, Denial};
use crate::contain::{contained, contained_async};
use crate::csrf;
use crate::principal::Principal;
use crate::scheme::{Answer, Found, Reason, Registered};

/// Who is calling, as far as the schemes can tell.
pub(super) enum Identity {
    Nobody,
    Caller(Principal),
    /// There are credentials, and they do not make a caller; or not one who has sent the request.
    Refused(Denial, Option<Principal>),
}

impl Checkpoint {
    /// Tries the schemes in their order.
    pub(super) async fn identify(&self, request: &HttpRequest) -> Identity {
        #[cfg(feature = "test-util")]
        if let Some(caller) = crate::test::Caller::of(request) {
            return self.identify_for_test(request, caller);
        }
        for (position, scheme) in self.schemes.iter().enumerate() {
            let refused = |denial: Denial| Identity::Refused(denial.by_scheme(position), None);
            return match ask(scheme, request).await {
                Some(Found::Nothing) => continue,
                Some(Found::Caller(caller)) => match scheme.bind(caller) {
                    Ok(caller) => match self.counts(&caller, scheme, request) {
                        Ok(()) => self.unless_forged(request, caller, scheme.ambient),
                        Err(denial) => Identity::Refused(denial.by_scheme(position), Some(caller)),
                    },
                    Err(why) => refused(stranger(scheme, why)),
                },
                Some(Found::Rejected(reason)) => refused(rejected(reason)),
                Some(Found::Unavailable(error)) => refused(unavailable(scheme, &*error)),
                None => refused(Denial::new(Cause::Failed)),
            };
        }
        Identity::Nobody
    }

    /// A caller, unless browsers send the credentials unasked and somebody else's page may have
    /// made one send them.
    fn unless_forged(&self, request: &HttpRequest, caller: Principal, ambient: bool) -> Identity {
        if !ambient {
            return Identity::Caller(caller);
        }
        match csrf::check_verb(Some(self.verb), request, &self.shared.csrf) {
            Ok(()) => Identity::Caller(caller),
            Err(refused) => Identity::Refused(refused.denial(), Some(caller)),
        }
    }
}

#[cfg(not(feature = "revocation"))]
impl Checkpoint {
    /// Nobody is ever revoked.
    #[expect(clippy::unused_self, reason = "the same as with revocations")]
    fn counts(&self, _: &Principal, _: &Registered, _: &HttpRequest) -> Result<(), Denial> {
        Ok(())
    }
}

#[cfg(feature = "test-util")]
impl Checkpoint {
    /// A caller that a test has made, as if a scheme of this endpoint had found it.
    fn identify_for_test(&self, request: &HttpRequest, caller: crate::test::Caller) -> Identity {
        let ambient = caller.is_ambient();
        let mut schemes = self.schemes.iter().enumerate();
        let found = schemes.find(|(at, scheme)| caller.is_found_by(*at, scheme.setup.name()));
        let Some((position, scheme)) = found else { return Identity::Nobody };
        let Ok(caller) = scheme.setup.stamp(caller.into_principal()) else {
            return Identity::Nobody;
        };
        match self.counts(&caller, scheme, request) {
            Ok(()) => self.unless_forged(request, caller, ambient),
            Err(denial) => Identity::Refused(denial.by_scheme(position), Some(caller)),
        }
    }
}

/// What a scheme has found; `None` if it panicked.
async fn ask(scheme: &Registered, request: &HttpRequest) -> Option<Found> {
    const WHOSE: &str = "an authentication scheme";
    match contained(WHOSE, || scheme.scheme.authenticate(request))? {
        Answer::Ready(found) => Some(found),
        Answer::Later(found) => contained_async(WHOSE, found).await,
    }
}

fn rejected(reason: Reason) -> Denial {
    match reason {
        Reason::Malformed => {
            Denial::new(Cause::Malformed).explained("the header of the credentials is malformed")
        }
        Reason::Invalid(why) => Denial::new(Cause::Rejected).explained(why),
        Reason::Throttled { retry_after } => {
            Denial::new(Cause::Throttled).retry_after(retry_after).explained(THROTTLED)
        }
    }
}

const THROTTLED: &str = "too many attempts have failed";

fn unavailable(scheme: &Registered, error: &dyn std::error::Error) -> Denial {
    let name = scheme.setup.name();
    tracing::error!("the scheme `{name}` could not check credentials: {error}");
    Denial::new(Cause::Unavailable)
}

/// A principal that is nobody here: the scheme that answered with it is at fault.
fn stranger(scheme: &Registered, why: &'static str) -> Denial {
    let name = scheme.setup.name();
    tracing::error!("the scheme `{name}` answered with a principal that is nobody here: {why}");
    Denial::new(Cause::Rejected).explained(why)
}
