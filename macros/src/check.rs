//! From what was written to what it means. Whatever makes no sense is told, all of it at once;
//! nothing is generated here.

mod about;
mod access;
mod across;
mod authorize;
mod clashes;
mod clauses;
mod demands;
mod dormant;
mod group;
mod handler;
mod lists;
mod literals;
pub(crate) mod names;
mod on;
mod paths;
mod policies;
mod repeats;
mod require;
mod routes;
mod shapes;
mod verbs;
mod weigh;

use proc_macro2::Span;
use syn::{Expr, ExprPath, Ident, Path, parse_quote};

use self::access::Access;
use self::clauses::Clauses;
pub(crate) use self::group::group;
pub(crate) use self::policies::policies;
use self::routes::Routed;
use crate::model::{Broken, Endpoint, NonEmpty, Policy, Remains};
use crate::problems::Problems;
use crate::syntax::{Clause, Item, peeled};
use crate::words::ClauseWord;

pub(crate) fn endpoint(
    written: Vec<Clause>,
    item: Item,
    mut problems: Problems,
) -> Result<Endpoint, Box<Broken>> {
    let clauses = Clauses::read(written, &mut problems);
    group::tell_words_of_groups(&clauses, &mut problems);
    let runtime = runtime(&clauses, &mut problems);
    let mut paths = Vec::new();
    let policy = policy(&clauses, item.name(), &mut paths, &mut problems);
    let handler = handler::read(item, &mut problems);
    let (errors, remains) = match handler {
        Err(remains) => (problems.into_error(), remains),
        Ok(handler) => match problems.finish(policy) {
            Ok(policy) => return Ok(Endpoint { runtime, handler, policy }),
            Err(errors) => (errors, Remains::Handler(Box::new(handler))),
        },
    };
    Err(Box::new(Broken { errors, runtime, paths, remains }))
}

/// Leaves the paths that could be read behind, for where there is no policy.
fn policy(
    clauses: &Clauses,
    handler: Option<&Ident>,
    paths: &mut Vec<ExprPath>,
    problems: &mut Problems,
) -> Option<Policy> {
    let clear = problems.count() == 0;
    let routes = routes::read(clauses, handler, problems);
    let accept = about::accept(clauses, problems);
    let before = problems.count();
    let access = access::read(clauses, &routes, problems);
    let warning = dormant::warning(&access, &routes, &accept);
    let schemes = names::schemes(clauses, problems);
    let group = group::of_clauses(clauses, problems);
    // What was misread would be weighed wrongly.
    if clear && problems.count() == before {
        weighed(clauses, &routes, &access, problems);
    }
    *paths = paths::of(&access, &schemes, group.as_ref());
    let across = across::read(clauses, &access, &accept);
    let manual = about::manual(clauses, problems);
    let about = about::read(clauses, problems);
    let wrap = about::wrap(clauses, problems);
    // From here on nothing is told, so that leaving early hides no mistake.
    let access = access.into_model()?;
    let routes = NonEmpty::new(routes.into_iter().map(routes::Routed::into_model))?;
    Some(Policy { group, routes, access, across, schemes, manual, accept, about, wrap, warning })
}

fn weighed(clauses: &Clauses, routes: &[Routed], access: &Access, problems: &mut Problems) {
    if let Access::Guarded { anonymous, .. } = access
        && let Some(written) = weigh::endpoint(clauses, routes, anonymous)
    {
        weigh::tell(&written, problems);
    }
}

/// Where the crate `portcullis` is found.
fn runtime(clauses: &Clauses, problems: &mut Problems) -> Path {
    let default = default_runtime();
    let Some(known) = clauses.of(ClauseWord::Crate) else {
        return default;
    };
    match known.expression(problems).map(peeled) {
        Some(Expr::Path(path)) if path.qself.is_none() => as_ours(path.path.clone()),
        Some(_) => {
            known.wrong_shape(problems);
            default
        }
        None => default,
    }
}

/// The path to the runtime, as a path of the expansion's: rustc does not tell the user to shorten
/// it. `$crate` stays what it is.
pub(crate) fn as_ours(mut path: Path) -> Path {
    for segment in path.segments.iter_mut().filter(|segment| segment.ident != "$crate") {
        let span = segment.ident.span();
        segment.ident.set_span(span.resolved_at(Span::call_site()));
    }
    path
}

/// Where a crate that says nothing finds it.
fn default_runtime() -> Path {
    parse_quote!(::portcullis)
}

#[cfg(test)]
mod tests;
