//! What `mount` registers: every path of an instance, whole.

use std::collections::BTreeMap;

use actix_service::fn_factory;
use actix_web::dev::{AppService, HttpServiceFactory, ResourceDef};

use super::crossing::Crossing;
use crate::gate::Gate;
use crate::rule::Text;
use crate::verb::Verb;

/// A path with all its verbs.
pub(crate) struct Resource {
    path: Text,
    gates: Vec<(Verb, Gate)>,
}

/// The resources that these gates make up, in the order of their paths.
pub(crate) fn resources<'a>(gates: impl Iterator<Item = &'a Gate>) -> Vec<Resource> {
    let mut paths = BTreeMap::<Text, Vec<(Verb, Gate)>>::new();
    for gate in gates {
        let checkpoint = gate.checkpoint();
        let lanes = paths.entry(checkpoint.path.clone()).or_default();
        lanes.push((checkpoint.verb, gate.clone()));
    }
    paths.into_iter().map(|(path, gates)| Resource { path, gates }).collect()
}

impl HttpServiceFactory for Resource {
    fn register(self, services: &mut AppService) {
        let mut definition = ResourceDef::new(self.path.as_ref());
        if let Some((_, gate)) = self.gates.first() {
            definition.set_name(gate.checkpoint().endpoint.about.name);
        }
        let gates = self.gates;
        let factory = fn_factory(move || {
            let gates = gates.clone();
            async move { Ok(Crossing::new(gates).await?.into_service()) }
        });
        services.register_service(definition, None, factory, None);
    }
}
