//! `group!(pub ADMIN = "/admin", roles("Admin"), …);`

use syn::{Expr, ExprPath, LitStr};

use super::clauses::{Clauses, Known};
use super::routes::prefix;
use super::shapes::string;
use super::{about, clashes, demands, names, runtime, weigh};
use crate::model::{BrokenItems, Constant, Group, Name};
use crate::problems::Problems;
use crate::syntax::{self, peeled};
use crate::words::{ClauseWord, Word};

pub(crate) fn group(
    written: Option<syntax::Group>,
    mut problems: Problems,
) -> Result<Group, Box<BrokenItems>> {
    let Some(written) = written else {
        let runtime = super::default_runtime();
        let errors = problems.into_error();
        return Err(Box::new(BrokenItems {
            errors,
            runtime,
            names: Vec::new(),
            paths: Vec::new(),
        }));
    };
    let clauses = Clauses::read(written.clauses, &mut problems);
    tell_foreign(&clauses, &mut problems);
    let runtime = runtime(&clauses, &mut problems);
    let prefix = written.prefix.and_then(|prefix| read_prefix(&prefix, &mut problems));
    let parent = of_clauses(&clauses, &mut problems);
    let demands = demands::read(&clauses, &mut problems);
    clashes::tell_met(&demands, &demands, &mut problems);
    let mut paths = demands.iter().flat_map(demands::Demand::paths).collect::<Vec<_>>();
    let texts = demands.iter().map(demands::Demand::written).collect();
    // Nothing, if any requirement makes no sense.
    let rules: Option<_> = demands.into_iter().map(demands::Demand::into_rule).collect();
    let schemes = names::schemes(&clauses, &mut problems);
    paths.extend(schemes.iter().filter_map(Name::path).cloned());
    paths.extend(parent.clone());
    let tags = about::tags(&clauses, &mut problems);
    let allow_anonymous = flag(&clauses, &mut problems);
    // What was misread would be weighed wrongly.
    if problems.count() == 0
        && let Some(written) = weigh::group(&clauses)
    {
        weigh::tell(&written, &mut problems);
    }
    let syntax::Group { attributes, visibility, name, .. } = written;
    let item = Constant { attributes, visibility, name };
    match problems.finish(prefix.zip(rules)) {
        Ok((prefix, rules)) => Ok(Group {
            runtime,
            item,
            prefix,
            parent,
            rules,
            clauses: texts,
            schemes,
            allow_anonymous,
            tags,
        }),
        Err(errors) => Err(Box::new(BrokenItems { errors, runtime, names: vec![item], paths })),
    }
}

/// The group that an endpoint, or a group, is in.
pub(super) fn of_clauses(clauses: &Clauses, problems: &mut Problems) -> Option<ExprPath> {
    let known = clauses.of(ClauseWord::Group)?;
    match known.expression(problems).map(peeled)? {
        Expr::Path(path) => Some(path.clone()),
        _ => {
            known.wrong_shape(problems);
            None
        }
    }
}

/// A group only ever tightens, and serves nothing by itself.
fn tell_foreign(clauses: &Clauses, problems: &mut Problems) {
    for known in clauses.iter().filter(|known| !known.word.is_of_group()) {
        let word = known.at();
        let next = match known.word {
            ClauseWord::Anonymous => {
                "write `allow_anonymous` to let endpoints of this group be anonymous".to_owned()
            }
            other if other.verb().is_some() || other == ClauseWord::Routes => {
                "routes are written at its endpoints".to_owned()
            }
            _ => "write it at its endpoints".to_owned(),
        };
        problems.report(&known.clause, format!("`{word}` is no word of `group!`; {next}"));
    }
}

/// What only `group!` knows, at an endpoint.
pub(super) fn tell_words_of_groups(clauses: &Clauses, problems: &mut Problems) {
    for known in clauses.iter().filter(|known| !known.word.is_of_endpoint()) {
        let word = known.word.text();
        let message = format!(
            "`{word}` is a word of `group!`; an endpoint says `anonymous`, or `anonymous(POST)`"
        );
        problems.report(&known.clause, message);
    }
}

fn read_prefix(written: &Expr, problems: &mut Problems) -> Option<LitStr> {
    let Some(text) = string(written) else {
        problems.report(written, "a prefix is a string: `\"/admin\"`");
        return None;
    };
    match prefix(&text.value()) {
        Ok(()) => Some(text),
        Err(message) => {
            problems.report(text, message);
            None
        }
    }
}

fn flag(clauses: &Clauses, problems: &mut Problems) -> bool {
    let known: Option<&Known> = clauses.of(ClauseWord::AllowAnonymous);
    known.is_some_and(|known| known.nothing(problems))
}
