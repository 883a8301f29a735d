//! The routes of an endpoint: which verbs on which paths, in the order written, each once.

mod path;
mod pattern;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Ident;

use self::path::Path;
pub(super) use self::pattern::prefix;
use super::clauses::{Clauses, Known};
use super::shapes::string;
use super::{repeats, verbs};
use crate::model::Route;
use crate::problems::Problems;
use crate::words::{ClauseWord, Verb, Word};

pub(super) struct Routed {
    pub(super) verb: Verb,
    path: Path,
}

pub(super) fn read(
    clauses: &Clauses,
    handler: Option<&Ident>,
    problems: &mut Problems,
) -> Vec<Routed> {
    if !clauses.iter().any(is_of_routes) {
        let message = "this endpoint has no route; write one, such as `get = \"/path\"`";
        problems.missing(handler, message);
    }
    tell_mixed(clauses, problems);
    let mut routes = written_singly(clauses, problems);
    routes.extend(every_verb_on_every_path(clauses, problems));
    routes
}

/// `get = "/a", post = "/a"`
fn written_singly(clauses: &Clauses, problems: &mut Problems) -> Vec<Routed> {
    let mut routes = Vec::new();
    for known in clauses.iter() {
        let Some(verb) = known.word.verb() else {
            continue;
        };
        let text = known.text(problems);
        let path = text.and_then(|text| Path::read(text, is_grouped(clauses), problems));
        routes.extend(path.map(|path| Routed { verb, path }));
    }
    let same = |one: &Routed, two: &Routed| one.verb == two.verb && one.path.same(&two.path);
    let message =
        |two: &Routed, one: &Routed| two.path.repeats(&one.path, &two.shown(), "is routed");
    repeats::once(routes, same, message, problems)
}

/// `verbs(GET, POST), routes("/a", "/b")`
fn every_verb_on_every_path(clauses: &Clauses, problems: &mut Problems) -> Vec<Routed> {
    let (verbs, routes) = (clauses.of(ClauseWord::Verbs), clauses.of(ClauseWord::Routes));
    match (verbs, routes) {
        (Some(verbs), None) => {
            problems.missing(verbs.at(), "`verbs` needs paths; add `routes(\"/path\")`");
        }
        (None, Some(routes)) => {
            problems.missing(routes.at(), "`routes` needs verbs; add `verbs(GET)`");
        }
        _ => {}
    }
    let verbs = verbs.map(|known| verbs::list(known, problems)).unwrap_or_default();
    let paths =
        routes.map(|known| listed(known, is_grouped(clauses), problems)).unwrap_or_default();
    let on_every_path = |verb| paths.iter().cloned().map(move |path| Routed { verb, path });
    verbs.iter().flat_map(|spoken| on_every_path(spoken.verb)).collect()
}

fn listed(known: &Known, grouped: bool, problems: &mut Problems) -> Vec<Path> {
    let mut paths = Vec::new();
    for entry in known.list(problems) {
        match string(&entry) {
            Some(text) => paths.extend(Path::read(text, grouped, problems)),
            None => problems.report(entry, "a path is a string: `\"/path\"`"),
        }
    }
    let list = format!("is in `{}`", known.at());
    repeats::once(paths, Path::same, |two, one| two.repeats(one, &two.shown(), &list), problems)
}

/// Behind a prefix the path may be empty.
fn is_grouped(clauses: &Clauses) -> bool {
    clauses.of(ClauseWord::Group).is_some()
}

fn is_of_routes(known: &Known) -> bool {
    let of_lists = matches!(known.word, ClauseWord::Verbs | ClauseWord::Routes);
    of_lists || known.word.verb().is_some()
}

fn tell_mixed(clauses: &Clauses, problems: &mut Problems) {
    let lists = |known: &&Known| matches!(known.word, ClauseWord::Verbs | ClauseWord::Routes);
    let single = clauses.iter().find(|known| known.word.verb().is_some());
    if let (Some(list), Some(single)) = (clauses.iter().find(lists), single) {
        let (list, single) = (list.at(), single.at());
        problems.clash(
            list,
            format!(
                "`{list}` clashes with `{single}`: routes are written in one of two forms; keep one"
            ),
            single,
            format!("`{single}` is here"),
        );
    }
}

impl Routed {
    pub(super) fn into_model(self) -> Route {
        Route { verb: self.verb, path: self.path.into_text() }
    }

    /// As a reader of a message knows it.
    pub(super) fn shown(&self) -> String {
        format!("{} {}", self.verb.text(), self.path.value())
    }
}

impl ToTokens for Routed {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.path.to_tokens(tokens);
    }
}
