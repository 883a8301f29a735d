//! The gate as a service of actix.

use std::future::{Ready, ready};
use std::pin::Pin;

use actix_web::dev::{Payload, Service, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{Error, HttpRequest};

use super::{Entered, Entry, Gate, Hidden};
use crate::answer::{Cause, Denial, problem};
use crate::contain::{contained, contained_async};
use crate::error;
use crate::principal::Principal;
use crate::scheme::Seen;
use crate::sign_in;

impl Gate {
    /// Judges a request, and lets it in or answers it. A denial is a response, not an actix
    /// error, so that outer middleware (CORS, sessions) still sees it.
    pub(crate) async fn serve(self, request: ServiceRequest) -> ServiceResponse {
        let (request, payload) = request.into_parts();
        match self.judge(&request).await {
            Ok(entry) => self.admit(entry, request, payload).await,
            Err(denial) => self.deny(&denial, request),
        }
    }

    async fn admit(self, entry: Entry, request: HttpRequest, payload: Payload) -> ServiceResponse {
        let Entry { granted, caller } = entry;
        Entered { gate: self.clone(), caller: caller.clone() }.mark(&request);
        if let Some(caller) = &caller {
            self.tell_scheme(caller, &request).await;
        }
        let response = (self.0.endpoint.enter)(granted, request, payload).await;
        let response = self.complete(response);
        let response = match caller {
            Some(caller) => self.let_scheme_respond(&caller, response),
            None => response,
        };
        #[cfg(feature = "cookie-session")]
        let response = crate::session::Pending::settle(response);
        response
    }

    /// Lets the scheme of a caller who has entered do what takes waiting. Its failure is its own.
    async fn tell_scheme(&self, caller: &Principal, request: &HttpRequest) {
        const WHOSE: &str = "`Scheme::entered`";
        let Some(scheme) = self.0.position_of(caller).and_then(|at| self.0.schemes.get(at)) else {
            return;
        };
        let work = contained(WHOSE, || scheme.scheme.entered(Seen::new(caller, request)));
        if let Some(Some(work)) = work {
            // A panic leaves a log line.
            let _done = contained_async(WHOSE, work).await;
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
    /// of this endpoint, which the error itself cannot know.
    fn complete(&self, response: ServiceResponse) -> ServiceResponse {
        let error = response.response().error();
        let denial = error.and_then(|error| error.as_error::<error::Error>()?.denial());
        match denial {
            Some(denial) => self.deny(&denial, response.into_parts().0),
            None => response,
        }
    }

    fn let_scheme_respond(&self, caller: &Principal, response: ServiceResponse) -> ServiceResponse {
        let Some(scheme) = self.0.position_of(caller).and_then(|at| self.0.schemes.get(at)) else {
            return response;
        };
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
}

impl Service<ServiceRequest> for Gate {
    type Response = ServiceResponse;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<ServiceResponse, Error>>>>;

    actix_web::dev::always_ready!();

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let gate = self.clone();
        Box::pin(async move { Ok(gate.serve(request).await) })
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
