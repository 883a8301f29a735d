//! `App::service(restricted)` and `scope.service(restricted)`.

use std::cell::OnceCell;
use std::rc::Rc;

use actix_service::boxed;
use actix_service::fn_factory;
use actix_web::dev::{AppService, ResourceDef, ServiceRequest, fn_service};
use actix_web::guard::{Guard, fn_guard};
use actix_web::http::StatusCode;

use super::crossing::{AnyFactory, AnyService, Crossing};
use super::installed::Installed;
use crate::answer::problem;
use crate::endpoint::Endpoint;
use crate::routing::expression;
use crate::rule::Text;
use crate::verb::Verb;

/// Registers an endpoint where it stands; the instance that is installed in the App judges it.
pub fn mount_by_hand(endpoint: &'static Endpoint, services: &mut AppService) {
    let mut paths = endpoint.served().map(|(_, path)| path).collect::<Vec<_>>();
    paths.sort_unstable();
    paths.dedup();
    for path in paths {
        // An instance that leaves the endpoint out has not looked at it.
        if let Err(fault) = expression(&path) {
            let Endpoint { module, handler, file, line, .. } = endpoint;
            tracing::error!(
                "{file}:{line}: `{module}::{handler}` is not served at `{path}`, {fault}"
            );
            continue;
        }
        let installed = Installed::of(services);
        let default = services.default_service();
        let mut definition = ResourceDef::new(path.as_ref());
        definition.set_name(endpoint.about.name);
        let verbs = verbs_of(endpoint, path.clone(), Installed::of(services));
        let verbs: Box<dyn Guard> = Box::new(verbs);
        let factory = fn_factory(move || {
            bind(endpoint, path.clone(), installed.clone(), Rc::clone(&default))
        });
        services.register_service(definition, Some(vec![verbs]), factory, None);
    }
}

/// Lets through the verbs of one path and those that no endpoint has there, which answer 405;
/// another endpoint on the same path can have its own.
fn verbs_of(endpoint: &'static Endpoint, path: Text, installed: Installed) -> impl Guard {
    let others = OnceCell::new();
    let verbs = endpoint.served().filter(|(_, served)| *served == path);
    let verbs = verbs.map(|(verb, _)| verb).collect::<Vec<_>>();
    fn_guard(move |context| {
        let others = others.get_or_init(|| installed.verbs_of_others(endpoint, &path));
        let own = |verb| verbs.contains(&verb);
        let free = |verb| !others.contains(&verb);
        match Verb::of(&context.head().method) {
            None => true,
            Some(Verb::Head) if own(Verb::Get) => own(Verb::Head) || free(Verb::Head),
            Some(Verb::Head) => own(Verb::Head) || (free(Verb::Head) && free(Verb::Get)),
            Some(verb) => own(verb) || free(verb),
        }
    })
}

/// Called when the whole App is registered, so that the order of registration is free.
async fn bind(
    endpoint: &'static Endpoint,
    path: Text,
    installed: Installed,
    default: Rc<AnyFactory>,
) -> Result<AnyService, ()> {
    match installed.only().and_then(|instance| instance.lanes_of(endpoint, &path)) {
        Ok(lanes) => {
            let others = installed.verbs_of_others(endpoint, &path);
            let crossing = Crossing::new(&lanes, &others, &default).await?;
            Ok(boxed::service(fn_service(move |request: ServiceRequest| crossing.serve(request))))
        }
        Err(why) => Ok(out_of_order(endpoint, why)),
    }
}

/// Answers 500, on anonymous verbs too: nobody is there to judge.
fn out_of_order(endpoint: &'static Endpoint, why: &'static str) -> AnyService {
    boxed::service(fn_service(move |request: ServiceRequest| {
        let Endpoint { module, handler, file, line, .. } = endpoint;
        tracing::error!("{file}:{line}: `{module}::{handler}` cannot be served: {why}");
        async move { Ok(request.into_response(problem(StatusCode::INTERNAL_SERVER_ERROR, None))) }
    }))
}
