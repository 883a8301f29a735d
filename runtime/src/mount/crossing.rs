//! One path: which verb leads to which gate.

use std::future::{Future, Ready, ready};
use std::rc::Rc;

use actix_service::boxed::{BoxService, BoxServiceFactory};
use actix_web::dev::{ResourceDef, Service, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header::{ALLOW, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{Error, HttpResponse};

use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture};

use crate::answer::problem;
use crate::gate::{Gate, Hidden};
use crate::verb::Verb;

/// A gate, the verb that leads to it, and the path with the names of its parameters.
#[derive(Clone, Debug)]
pub(crate) struct Lane {
    pub(crate) verb: Verb,
    pub(crate) definition: ResourceDef,
    /// The same behind the prefix of its area.
    pub(super) relative: ResourceDef,
    pub(crate) gate: Gate,
}

impl Lane {
    /// The lane to a gate, whose path `ResourceDef` can read.
    pub(crate) fn new(gate: Gate) -> Self {
        Self::behind("", gate)
    }

    /// Captures the parameters of a request that has come behind the prefix; false if it cannot.
    fn captures(&self, request: &mut ServiceRequest) -> bool {
        // The prefix was all: nothing is left, and comparing with nothing is slow: see `areas`.
        let whole = self.relative.pattern() == Some("");
        whole || self.relative.capture_match_info(request)
    }

    /// The same in an area whose paths begin with this text.
    pub(super) fn behind(prefix: &str, gate: Gate) -> Self {
        let checkpoint = gate.checkpoint();
        let named = |path: &str| {
            let mut definition = ResourceDef::new(path);
            definition.set_name(checkpoint.endpoint.about.name);
            definition
        };
        let path = &*checkpoint.path;
        let definition = named(path);
        let rest = path.strip_prefix(prefix).filter(|_| !prefix.is_empty());
        let relative = rest.map_or_else(|| definition.clone(), named);
        Self { verb: checkpoint.verb, definition, relative, gate }
    }
}

/// The lanes of one path, at work. INVARIANT: no verb twice.
pub(super) struct Crossing {
    lanes: Vec<AtWork>,
    allow: Option<HeaderValue>,
    /// The App's own 404, if denials are to look like it.
    nothing: Option<AnyService>,
}

/// A lane in one worker.
struct AtWork {
    lane: Lane,
    gate: Rc<Gate>,
    /// The gate with the endpoint's own middleware around it.
    wrapped: Option<AnyService>,
}

/// What a service of actix answers.
pub(super) type Answered = Result<ServiceResponse, Error>;

/// An answer that is there already.
pub(super) fn answered(request: ServiceRequest, response: HttpResponse) -> Ready<Answered> {
    ready(Ok(request.into_response(response)))
}

/// A service of actix, whichever.
pub(super) type AnyService = BoxService<ServiceRequest, ServiceResponse, Error>;

/// What makes one: a gate with middleware around it, or the App's default service.
pub(super) type AnyFactory = BoxServiceFactory<(), ServiceRequest, ServiceResponse, Error, ()>;

impl Crossing {
    /// Makes the services of the lanes. `others` are verbs that lead somewhere else on the same
    /// path; `default` is what the App serves where nothing else does.
    pub(super) async fn new(
        lanes: &[Lane],
        others: &[Verb],
        default: &AnyFactory,
    ) -> Result<Rc<Self>, ()> {
        let mut working = Vec::with_capacity(lanes.len());
        for lane in lanes {
            let wrapped = match lane.gate.checkpoint().endpoint.wrap {
                None => None,
                Some(wrap) => Some(wrap(lane.gate.clone()).new_service(()).await?),
            };
            working.push(AtWork { lane: lane.clone(), gate: Rc::new(lane.gate.clone()), wrapped });
        }
        let hides = lanes.iter().any(|lane| lane.gate.checkpoint().shared.answers.hide);
        let nothing = if hides { Some(default.new_service(()).await?) } else { None };
        Ok(Rc::new(Self { lanes: working, allow: allow(lanes, others), nothing }))
    }

    /// Serves a request of an area whose parameters nobody has captured yet.
    pub(super) fn capture_and_serve(
        self: &Rc<Self>,
        mut request: ServiceRequest,
    ) -> impl Future<Output = Answered> + use<> {
        let lane = self.lane(request.method());
        // An expression can match and still capture less than all of its parameters.
        let missed = lane.is_some_and(|one| !one.lane.captures(&mut request));
        self.go(if missed { Err(StatusCode::NOT_FOUND) } else { Ok(lane) }, request)
    }

    /// Serves a request whose parameters actix has captured.
    pub(super) fn serve(
        self: &Rc<Self>,
        request: ServiceRequest,
    ) -> impl Future<Output = Answered> + use<> {
        self.go(Ok(self.lane(request.method())), request)
    }

    // The usual way is a future by itself; what surrounds it would be copied with it.
    fn go(
        self: &Rc<Self>,
        lane: Result<Option<&AtWork>, StatusCode>,
        request: ServiceRequest,
    ) -> impl Future<Output = Answered> + use<> {
        match lane {
            Ok(Some(AtWork { gate, wrapped: None, .. })) if self.nothing.is_none() => {
                Either::Left(Rc::clone(gate).serve(request).map(Ok))
            }
            Ok(Some(lane)) => Either::Right(Either::Left(self.surrounded(lane, request))),
            Ok(None) => Either::Right(Either::Right(answered(request, self.method_not_allowed()))),
            Err(status) => Either::Right(Either::Right(answered(request, problem(status, None)))),
        }
    }

    /// Through the endpoint's middleware, and behind a curtain if denials are to look like 404.
    fn surrounded(
        self: &Rc<Self>,
        lane: &AtWork,
        request: ServiceRequest,
    ) -> LocalBoxFuture<'static, Answered> {
        let served = match &lane.wrapped {
            None => Rc::clone(&lane.gate).serve(request).map(Ok).boxed_local(),
            Some(wrapped) => wrapped.call(request),
        };
        let crossing = Rc::clone(self);
        Box::pin(async move {
            let response = served.await?;
            match &crossing.nothing {
                Some(nothing) if Hidden::marks(&response) => {
                    nothing.call(Hidden::request(response)).await
                }
                Some(_) | None => Ok(response),
            }
        })
    }

    fn lane(&self, method: &Method) -> Option<&AtWork> {
        let verb = Verb::of(method)?;
        let lane_of = |verb| self.lanes.iter().find(|one| one.lane.verb == verb);
        let follows_get = |verb| (verb == Verb::Head).then(|| lane_of(Verb::Get)).flatten();
        lane_of(verb).or_else(|| follows_get(verb))
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
fn allow(lanes: &[Lane], others: &[Verb]) -> Option<HeaderValue> {
    let mut verbs = lanes.iter().map(|lane| lane.verb).collect::<Vec<_>>();
    verbs.extend(others);
    if verbs.contains(&Verb::Get) {
        verbs.push(Verb::Head);
    }
    verbs.sort_unstable();
    verbs.dedup();
    let names = verbs.into_iter().map(Verb::as_str).collect::<Vec<_>>();
    HeaderValue::from_str(&names.join(", ")).ok()
}
