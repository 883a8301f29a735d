//! From clauses to what is weighed. They were read before, so nothing is told here: what cannot be
//! read is not weighed.

use quote::ToTokens;
use syn::Ident;

use super::super::clauses::{Clauses, Known};
use super::super::routes::Routed;
use super::super::shapes::word;
use super::super::verbs::Spoken;
use super::super::{lists, names, require};
use super::part::{Clause, Kind, On, Part, Schemes, Written};
use crate::model::Atom;
use crate::problems::Problems;
use crate::syntax::{self, Sentence};
use crate::words::{ClauseWord, Fact, Quantity, Word};

/// What a group demands of everyone who comes to one of its endpoints.
pub(in crate::check) fn group(clauses: &Clauses) -> Option<Written> {
    let open = clauses.of(ClauseWord::AllowAnonymous).is_some();
    let (clauses, schemes) = (conditions(clauses)?, schemes(clauses));
    Some(Written { clauses, on: Vec::new(), elsewhere: true, schemes, open }.numbered())
}

/// What a policy demands.
pub(in crate::check) fn policy(name: &Ident, sentence: &Sentence) -> Option<Written> {
    let part = require::parts(&sentence.expression)?;
    let at = sentence.expression.to_token_stream();
    let clause = Clause { word: name.clone(), at, part, is_list: false };
    let clauses = vec![clause];
    let written = Written { clauses, elsewhere: true, ..Written::default() };
    Some(written.numbered())
}

/// What an endpoint demands of those who come by verbs that are judged.
pub(in crate::check) fn endpoint(
    clauses: &Clauses,
    routes: &[Routed],
    anonymous: &[Spoken],
) -> Option<Written> {
    let on = clauses.iter().filter(|known| known.word == ClauseWord::On);
    let on: Vec<_> = on.map(self::on).collect::<Option<_>>()?;
    let open = |route: &&Routed| anonymous.iter().any(|spoken| spoken.verb == route.verb);
    let spoken_of = |route: &Routed| on.iter().any(|on| on.verb == route.verb.text());
    let mut judged = routes.iter().filter(|route| !open(route)).peekable();
    // What sleeps on every verb must make sense once it is woken.
    let elsewhere = judged.peek().is_none() || judged.any(|route| !spoken_of(route));
    let (clauses, schemes) = (conditions(clauses)?, schemes(clauses));
    let open = routes.iter().any(|route| open(&route));
    Some(Written { clauses, on, elsewhere, schemes, open }.numbered())
}

fn schemes(clauses: &Clauses) -> Option<Schemes> {
    clauses.of(ClauseWord::Schemes).map(|known| Schemes {
        word: known.at().clone(),
        names: names::schemes(clauses, &mut Problems::default()),
    })
}

fn on(known: &Known) -> Option<On> {
    let inside = known.parentheses(&mut Problems::default())?;
    let (head, clauses) = syntax::headed(inside, &mut Problems::default());
    let clauses = Clauses::read(clauses, &mut Problems::default());
    Some(On { verb: word(&head?)?.clone(), clauses: conditions(&clauses)? })
}

/// Those clauses that demand something.
pub(in crate::check) fn conditions(clauses: &Clauses) -> Option<Vec<Clause>> {
    let demands = clauses.iter().filter(|known| known.word.is_requirement());
    demands.map(clause).collect()
}

fn clause(known: &Known) -> Option<Clause> {
    let part = match known.word.list() {
        Some((of, quantity)) => list(known, of, quantity)?,
        None => sentence(known)?,
    };
    let at = known.clause.to_token_stream();
    let is_list = known.word.list().is_some();
    Some(Clause { word: known.at().clone(), at, part, is_list })
}

fn list(known: &Known, of: Fact, quantity: Quantity) -> Option<Part> {
    let atoms = lists::read(known, of, quantity, &mut Problems::default()).atoms;
    let entry = |atom: Atom| Part::new(atom.to_token_stream(), Kind::Is(atom));
    let entries: Vec<_> = atoms.into_iter().map(entry).collect();
    let kind = match quantity {
        _ if entries.is_empty() => return None,
        Quantity::Any => Kind::Any(entries),
        Quantity::All => Kind::All(entries),
    };
    Some(Part::new(known.clause.to_token_stream(), kind))
}

fn sentence(known: &Known) -> Option<Part> {
    let inside = known.parentheses(&mut Problems::default())?;
    let sentence: Sentence = syn::parse2(inside.to_token_stream()).ok()?;
    require::parts(&sentence.expression)
}
