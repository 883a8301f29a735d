//! Asking the schemes who is calling. The first that finds credentials decides.

use actix_web::HttpRequest;

use super::Checkpoint;
use crate::answer::{Cause, Denial};
use crate::contain::{contained, contained_async};
use crate::principal::Principal;
use crate::scheme::{Answer, Found, Reason, Registered};

/// Who is calling, as far as the schemes can tell.
pub(super) enum Identity {
    Nobody,
    Caller(Principal),
    /// There are credentials, and they do not make a caller.
    Refused(Denial),
}

impl Checkpoint {
    /// Tries the schemes in their order.
    pub(super) async fn identify(&self, request: &HttpRequest) -> Identity {
        #[cfg(feature = "test-util")]
        if let Some(caller) = crate::test::Caller::of(request) {
            return self.identify_for_test(caller);
        }
        for (position, scheme) in self.schemes.iter().enumerate() {
            let refused = |denial: Denial| Identity::Refused(denial.by_scheme(position));
            return match ask(scheme, request).await {
                Some(Found::Nothing) => continue,
                Some(Found::Caller(caller)) => match scheme.bind(caller) {
                    Ok(caller) => Identity::Caller(caller),
                    Err(why) => refused(stranger(scheme, why)),
                },
                Some(Found::Rejected(reason)) => refused(rejected(reason)),
                Some(Found::Unavailable(error)) => refused(unavailable(scheme, &*error)),
                None => refused(Denial::new(Cause::Failed)),
            };
        }
        Identity::Nobody
    }
}

#[cfg(feature = "test-util")]
impl Checkpoint {
    /// A caller that a test has made, as if a scheme of this endpoint had found it.
    fn identify_for_test(&self, caller: crate::test::Caller) -> Identity {
        let mut schemes = self.schemes.iter().enumerate();
        let found = schemes.find(|(at, scheme)| caller.is_found_by(*at, scheme.setup.name()));
        match found.map(|(_, scheme)| scheme.setup.stamp(caller.into_principal())) {
            Some(Ok(caller)) => Identity::Caller(caller),
            Some(Err(_)) | None => Identity::Nobody,
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
        Reason::Malformed => Denial::new(Cause::Malformed)
            .explained("`Authorization` is not one `Bearer` with one token"),
        Reason::Invalid(why) => Denial::new(Cause::Rejected).explained(why),
    }
}

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
