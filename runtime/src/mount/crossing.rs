//! One path: which verb leads to which gate.

use std::rc::Rc;

use actix_service::boxed::BoxService;
use actix_web::dev::{Service, ServiceFactory, ServiceRequest, ServiceResponse, fn_service};
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{Error, HttpResponse};

use crate::answer::problem;
use crate::gate::Gate;
use crate::verb::Verb;

/// The gates of one path, by verb. INVARIANT: no verb twice.
pub(super) struct Crossing {
    lanes: Vec<(Verb, Lane)>,
    allow: Option<HeaderValue>,
}

enum Lane {
    Plain(Gate),
    Wrapped(BoxService<ServiceRequest, ServiceResponse, Error>),
}

impl Crossing {
    /// Makes the services of the gates.
    pub(super) async fn new(gates: Vec<(Verb, Gate)>) -> Result<Self, ()> {
        let allow = allow(&gates);
        let mut lanes = Vec::with_capacity(gates.len());
        for (verb, gate) in gates {
            let lane = match gate.checkpoint().endpoint.wrap {
                None => Lane::Plain(gate),
                Some(wrap) => Lane::Wrapped(wrap(gate).new_service(()).await?),
            };
            lanes.push((verb, lane));
        }
        Ok(Self { lanes, allow })
    }

    /// The crossing as a service of actix.
    pub(super) fn into_service(
        self,
    ) -> impl Service<ServiceRequest, Response = ServiceResponse, Error = Error> {
        let crossing = Rc::new(self);
        fn_service(move |request: ServiceRequest| {
            let crossing = Rc::clone(&crossing);
            async move { crossing.serve(request).await }
        })
    }

    async fn serve(&self, request: ServiceRequest) -> Result<ServiceResponse, Error> {
        match self.lane(request.method()) {
            Some(Lane::Plain(gate)) => Ok(gate.clone().serve(request).await),
            Some(Lane::Wrapped(service)) => service.call(request).await,
            None => Ok(request.into_response(self.method_not_allowed())),
        }
    }

    fn lane(&self, method: &Method) -> Option<&Lane> {
        let verb = Verb::of(method)?;
        let lane_of = |verb| self.lanes.iter().find(|(own, _)| *own == verb);
        let follows_get = |verb| (verb == Verb::Head).then(|| lane_of(Verb::Get)).flatten();
        lane_of(verb).or_else(|| follows_get(verb)).map(|(_, lane)| lane)
    }

    /// RFC 9110 §15.5.6
    fn method_not_allowed(&self) -> HttpResponse {
        let mut response = problem(StatusCode::METHOD_NOT_ALLOWED, None);
        if let Some(allow) = &self.allow {
            response.headers_mut().insert(ALLOW, allow.clone());
        }
        response
    }
}

/// The verbs that lead somewhere, in a fixed order; `HEAD` goes with `GET`.
fn allow(gates: &[(Verb, Gate)]) -> Option<HeaderValue> {
    let mut verbs = gates.iter().map(|(verb, _)| *verb).collect::<Vec<_>>();
    if verbs.contains(&Verb::Get) {
        verbs.push(Verb::Head);
    }
    verbs.sort_unstable();
    verbs.dedup();
    let names = verbs.into_iter().map(Verb::as_str).collect::<Vec<_>>();
    HeaderValue::from_str(&names.join(", ")).ok()
}
