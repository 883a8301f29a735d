//! What `mount` registers: all routes of an instance.
//!
//! At the root of an App they are one service, whose guard asks the tree; so a request costs
//! the same among three routes and among three thousand. A path that is in no route is left to
//! the services that follow. In a scope, where a guard does not see which part of the path is
//! left, they are one service each, the most specific first.

use std::rc::Rc;
use std::sync::Arc;

use actix_service::fn_factory;
use actix_web::dev::{
    AppService, HttpServiceFactory, ResourceDef, ResourceMap, ServiceRequest, fn_service,
};
use actix_web::guard::{Guard, fn_guard};
use actix_web::http::StatusCode;
use futures_util::future::Either;

use super::crossing::{Crossing, Lane, answered};
use super::noted::Noted;
use crate::answer::problem;
use crate::routing::Tree;
use crate::verb::Verb;

/// The routes of an instance: to each pattern the lanes of its verbs.
pub(crate) type Roads = Tree<Vec<Lane>>;

/// The routes of an instance, to be registered in an App.
pub(crate) struct Mounted(pub(crate) Arc<Roads>);

impl HttpServiceFactory for Mounted {
    fn register(self, services: &mut AppService) {
        if services.is_root() {
            register_tree(&self.0, services);
        } else {
            self.0.spots().iter().for_each(|(_, lanes)| register_one(lanes, services));
        }
    }
}

fn register_tree(roads: &Arc<Roads>, services: &mut AppService) {
    let root = ResourceDef::root_prefix("");
    let mut map = ResourceMap::new(root.clone());
    for (_, lanes) in roads.spots() {
        by_definition(lanes).for_each(|lane| map.add(&mut lane.definition.clone(), None));
    }
    let (tree, noted) = (Arc::clone(roads), Rc::new(Noted::default()));
    let notes = Rc::clone(&noted);
    let guard: Box<dyn Guard> = Box::new(fn_guard(move |context| notes.is_found(&tree, context)));
    let (roads, default) = (Arc::clone(roads), services.default_service());
    let factory = fn_factory(move || {
        let (roads, default) = (Arc::clone(&roads), Rc::clone(&default));
        let noted = Rc::clone(&noted);
        async move {
            let mut crossings = Vec::with_capacity(roads.spots().len());
            for (_, lanes) in roads.spots() {
                crossings.push(Crossing::new(lanes, &[], &default).await?);
            }
            Ok::<_, ()>(fn_service(move |request: ServiceRequest| {
                let at = noted.take(&roads, &request);
                match at.and_then(|at| crossings.get(at)) {
                    Some(crossing) => Either::Left(crossing.capture_and_serve(request)),
                    // The guard has asked the same tree.
                    None => Either::Right(answered(request, problem(StatusCode::NOT_FOUND, None))),
                }
            }))
        }
    });
    services.register_service(root, Some(vec![guard]), factory, Some(Rc::new(map)));
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
