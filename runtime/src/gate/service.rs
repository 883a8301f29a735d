//! The gate as a service of actix.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::dev::{Service, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::{Error, HttpRequest, HttpResponse};

use super::{Checkpoint, Entered, Entry, Gate, Hidden, Stop};
use crate::answer::{Cause, Denial, problem};
use crate::contain::{contained, contained_async};
use crate::error;
use crate::principal::Principal;
use crate::scheme::{Registered, Seen};
use crate::sign_in;

impl Gate {
    /// Judges a request, and lets it in or answers it. A denial is a response, not an actix
    /// error, so that outer middleware (CORS, sessions) still sees it.
    // One block: a nested `async fn` would carry the request twice, and be copied with it. And
    // counted without atomics, which cost a tenth of an unprotected request for each copy.
    pub(crate) fn serve(
        self: Rc<Self>,
        request: ServiceRequest,
    ) -> impl Future<Output = ServiceResponse> + 'static {
        let (request, payload) = request.into_parts();
        async move {
            let Entry { granted, caller } = match self.judge(&request).await {
                Ok(entry) => entry,
                Err(Stop::Denied(denial)) => return self.deny(&denial, request),
                Err(Stop::Unread(error, _)) => return ServiceResponse::new(request, unread(error)),
            };
            let responding = self.0.responding(caller.as_ref());
            let endpoint = self.0.endpoint;
            Entered { gate: Rc::clone(&self), caller }.mark(&request);
            if let Some((caller, scheme)) = &responding {
                tell(caller, scheme, &request).await;
            }
            let response = (endpoint.enter)(granted, request, payload).await;
            let response = match response.response().error() {
                Some(_) => self.complete(response),
                None => response,
            };
            let response = match responding {
                Some((caller, scheme)) => respond(&caller, &scheme, response),
                None => response,
            };
            #[cfg(feature = "cookie-session")]
            let response = crate::session::Pending::settle(response);
            #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
            let response = crate::refresh::Pending::settle(response);
            response
        }
    }

    fn deny(&self, denial: &Denial, request: HttpRequest) -> ServiceResponse {
        if denial.cause == Cause::Forbidden && self.0.shared.answers.hide {
            Hidden::mark(&request);
        }
        let answers = &self.0.shared.answers;
        let response = match sign_in::location(denial, &request, &self.0.schemes) {
            Some(location) => answers.redirect(denial, location),
            None => answers.response(denial, &self.0.schemes),
        };
        ServiceResponse::new(request, response)
    }

    /// Gives an error of this crate that came out of an extractor or handler the challenges
    /// of this endpoint, which the error itself cannot know. What an extractor has refused is
    /// told as what the gate itself does.
    fn complete(&self, response: ServiceResponse) -> ServiceResponse {
        let error = response.response().error();
        let denial = error.and_then(|error| error.as_error::<error::Error>()?.denial());
        match denial {
            Some(denial) => {
                #[cfg(feature = "cookie-session")]
                crate::session::Pending::fail(response.request());
                #[cfg(all(feature = "refresh-tokens", feature = "_jwt"))]
                crate::refresh::Pending::fail(response.request());
                if denial.reason.is_some() {
                    let entered = Entered::of(response.request());
                    let caller = entered.and_then(|entered| entered.caller);
                    self.0.shared.telemetry.denied(&self.0, &denial, caller.as_ref());
                }
                self.deny(&denial, response.into_parts().0)
            }
            None => response,
        }
    }
}

/// What an extractor of a check answers; no success, since the handler has not run.
fn unread(error: Error) -> HttpResponse {
    let response = HttpResponse::from_error(error);
    if response.status() < StatusCode::MULTIPLE_CHOICES {
        tracing::error!("an extractor of a check fails with {}", response.status());
        return problem(Cause::Failed.status(), None);
    }
    response
}

impl Checkpoint {
    /// The caller and the scheme, if that one may have something to add to the response.
    fn responding(&self, caller: Option<&Principal>) -> Option<(Principal, Arc<Registered>)> {
        let caller = caller?;
        let scheme = self.schemes.get(self.position_of(caller)?)?;
        scheme.responds.then(|| (caller.clone(), Arc::clone(scheme)))
    }
}

/// Lets the scheme of a caller who has entered do what takes waiting. Its failure is its own.
async fn tell(caller: &Principal, scheme: &Registered, request: &HttpRequest) {
    const WHOSE: &str = "`Scheme::entered`";
    let work = contained(WHOSE, || scheme.scheme.entered(Seen::new(caller, request)));
    if let Some(Some(work)) = work {
        // A panic leaves a log line.
        let _done = contained_async(WHOSE, work).await;
    }
}

fn respond(caller: &Principal, scheme: &Registered, response: ServiceResponse) -> ServiceResponse {
    let (request, mut response) = response.into_parts();
    let seen = Seen::new(caller, &request);
    let done = contained("`Scheme::respond`", || {
        scheme.scheme.respond(&seen, response.head_mut());
    });
    if done.is_none() {
        response = problem(Cause::Failed.status(), None);
    }
    ServiceResponse::new(request, response)
}

impl Service<ServiceRequest> for Gate {
    type Response = ServiceResponse;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ServiceResponse, Error>>>>;

    actix_web::dev::always_ready!();

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let serving = Rc::new(self.clone()).serve(request);
        Box::pin(async move { Ok(serving.await) })
    }
}

impl ServiceFactory<ServiceRequest> for Gate {
    type Response = ServiceResponse;
    type Error = Error;
    type Config = ();
    type Service = Self;
    type InitError = ();
    type Future = Ready<Result<Self, ()>>;

    fn new_service(&self, (): ()) -> Self::Future {
        ready(Ok(self.clone()))
    }
}
