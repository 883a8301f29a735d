//! The routes of an instance by what their paths begin with, each such area with a tree.
//!
//! At the root of an App each area is one service of actix, whose prefix is compared before its
//! guard is asked. One service for all paths would do, with the empty prefix; but comparing with
//! an empty text is slow where the C library does it with masked AVX-512 loads: the text has no
//! address, and the processor takes its time to see that nothing was to be loaded. So it is left
//! to routes that leave no choice.

use std::collections::BTreeMap;

use actix_web::dev::ResourceDef;

use super::Lane;
use crate::gate::Gate;
use crate::routing::{Pattern, Tree};

/// The routes of an instance: in each area, to each pattern the lanes of its verbs.
#[derive(Debug)]
pub(crate) struct Areas(pub(super) Vec<Area>);

/// The routes that begin alike.
#[derive(Debug)]
pub(super) struct Area {
    /// What they begin with: whole pieces, or nothing.
    pub(super) prefix: ResourceDef,
    pub(super) roads: Tree<Vec<Lane>>,
}

/// The areas up to which their prefixes are compared one after the other.
const FEW: usize = 8;

impl Areas {
    /// Of these gates those that `mount` serves.
    pub(crate) fn of(gates: &[Gate]) -> Self {
        let mut areas = BTreeMap::<_, Vec<&Gate>>::new();
        for gate in gates.iter().filter(|gate| !gate.checkpoint().endpoint.manual) {
            let path = &*gate.checkpoint().path;
            areas.entry(Pattern::parse(path).first_text()).or_default().push(gate);
        }
        if areas.len() <= FEW && !areas.contains_key(&None) {
            let areas = areas.into_iter();
            return Self(areas.map(|(text, gates)| Area::of(text, &gates)).collect());
        }
        let all = areas.into_values().flatten().collect::<Vec<_>>();
        Self(vec![Area::of(None, &all)])
    }
}

impl Area {
    fn of(first: Option<String>, gates: &[&Gate]) -> Self {
        let prefix = first.map_or_else(String::new, |first| format!("/{first}"));
        let mut paths = BTreeMap::<String, (Pattern, Vec<Lane>)>::new();
        for gate in gates {
            let pattern = Pattern::parse(&gate.checkpoint().path);
            let path = paths.entry(pattern.anonymous().to_owned());
            let (_, lanes) = path.or_insert_with(|| (pattern, Vec::new()));
            lanes.push(Lane::behind(&prefix, (*gate).clone()));
        }
        let with_definition = |(pattern, lanes): (Pattern, Vec<Lane>)| {
            let definition = lanes.first()?.definition.clone();
            Some((pattern, definition, lanes))
        };
        let roads = Tree::new(paths.into_values().filter_map(with_definition).collect());
        Self { prefix: ResourceDef::root_prefix(&prefix), roads }
    }
}
