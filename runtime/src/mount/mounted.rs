//! What `mount` registers: all routes of an instance.
//!
//! At the root of an App they are a few services, whose guards ask the tree of their area; so a request costs
//! the same among three routes and among three thousand. A path that is in no route is left to
//! the services that follow. In a scope, where a guard does not see which part of the path is
//! left, they are one service each, the most specific first.

use std::rc::Rc;
use std::sync::Arc;

use actix_service::fn_factory;
use actix_web::dev::{AppService, HttpServiceFactory, ResourceMap, ServiceRequest, fn_service};
use actix_web::guard::{Guard, fn_guard};
use actix_web::http::StatusCode;
use futures_util::future::Either;

use super::areas::Areas;
use super::crossing::{Crossing, Lane, answered};
use super::noted::Noted;
use crate::answer::problem;
use crate::verb::Verb;

/// The routes of an instance, to be registered in an App.
pub(crate) struct Mounted(pub(crate) Arc<Areas>);

impl HttpServiceFactory for Mounted {
    fn register(self, services: &mut AppService) {
        if services.is_root() {
            (0..self.0.0.len()).for_each(|at| register_area(&self.0, at, services));
        } else {
            let spots = self.0.0.iter().flat_map(|area| area.roads.spots());
            spots.for_each(|(_, lanes)| register_one(lanes, services));
        }
    }
}

fn register_area(areas: &Arc<Areas>, at: usize, services: &mut AppService) {
    let Some(area) = areas.0.get(at) else { return };
    let mut map = ResourceMap::new(area.prefix.clone());
    for (_, lanes) in area.roads.spots() {
        by_definition(lanes).for_each(|lane| map.add(&mut lane.relative.clone(), None));
    }
    let noted = Rc::new(Noted::default());
    let (asked, notes) = (Arc::clone(areas), Rc::clone(&noted));
    let guard: Box<dyn Guard> = Box::new(fn_guard(move |context| {
        asked.0.get(at).is_some_and(|area| notes.is_found(&area.roads, context))
    }));
    let (areas, default) = (Arc::clone(areas), services.default_service());
    let factory = fn_factory(move || {
        let (areas, default) = (Arc::clone(&areas), Rc::clone(&default));
        let noted = Rc::clone(&noted);
        async move {
            let spots = areas.0.get(at).map_or(&[][..], |area| area.roads.spots());
            let mut crossings = Vec::with_capacity(spots.len());
            for (_, lanes) in spots {
                crossings.push(Crossing::new(lanes, &[], &default).await?);
            }
            Ok::<_, ()>(fn_service(move |request: ServiceRequest| {
                let area = areas.0.get(at);
                let spot = area.and_then(|area| noted.take(&area.roads, &request));
                match spot.and_then(|spot| crossings.get(spot)) {
                    Some(crossing) => Either::Left(crossing.capture_and_serve(request)),
                    // The guard has asked the same tree.
                    None => Either::Right(answered(request, problem(StatusCode::NOT_FOUND, None))),
                }
            }))
        }
    });
    services.register_service(area.prefix.clone(), Some(vec![guard]), factory, Some(Rc::new(map)));
}

/// One path in a scope. The last of its definitions owns what is left: it answers 405.
fn register_one(lanes: &[Lane], services: &mut AppService) {
    let mut definitions = by_definition(lanes).peekable();
    while let Some(one) = definitions.next() {
        let (all, default) = (lanes.to_vec(), services.default_service());
        let factory = fn_factory(move || {
            let (all, default) = (all.clone(), Rc::clone(&default));
            async move {
                let crossing = Crossing::new(&all, &[], &default).await?;
                Ok::<_, ()>(fn_service(move |request: ServiceRequest| crossing.serve(request)))
            }
        });
        let guard: Box<dyn Guard> = Box::new(of_definition(one, lanes));
        let guards = definitions.peek().is_some().then(|| vec![guard]);
        services.register_service(one.definition.clone(), guards, factory, None);
    }
}

/// One lane for each way in which the parameters are named.
fn by_definition(lanes: &[Lane]) -> impl Iterator<Item = &Lane> {
    lanes.iter().enumerate().filter_map(|(at, lane)| {
        let known = lanes.iter().take(at).any(|before| before.definition == lane.definition);
        (!known).then_some(lane)
    })
}

/// Lets through the verbs of the lanes whose parameters are named like this one's.
fn of_definition(one: &Lane, lanes: &[Lane]) -> impl Guard + use<> {
    let own = lanes.iter().filter(|lane| lane.definition == one.definition);
    let own = own.map(|lane| lane.verb).collect::<Vec<_>>();
    let head = lanes.iter().any(|lane| lane.verb == Verb::Head);
    fn_guard(move |context| match Verb::of(&context.head().method) {
        Some(Verb::Head) if !head => own.contains(&Verb::Get),
        Some(verb) => own.contains(&verb),
        None => false,
    })
}
