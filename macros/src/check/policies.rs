//! `policy!(pub ManagersOnly = role("Manager") && claim("ManagerID"));`

use proc_macro2::{Ident, TokenTree};

use super::{as_ours, default_runtime, paths, repeats, require, weigh};
use crate::model::{BrokenItems, Constant, Definition, Policies, Rule};
use crate::problems::Problems;
use crate::syntax::{self, Sentence};

pub(crate) fn policies(
    written: syntax::Policies,
    mut problems: Problems,
) -> Result<Policies, Box<BrokenItems>> {
    let runtime = written.runtime.map_or_else(default_runtime, as_ours);
    if written.policies.is_empty() {
        let message = "`policy!` is empty; write `policy!(pub ManagersOnly = role(\"Manager\"))`";
        problems.missing(proc_macro2::TokenStream::new(), message);
    }
    tell_repeated(&written.policies, &mut problems);
    let mut names = Vec::new();
    let mut rules = Vec::new();
    let mut paths = Vec::new();
    for policy in written.policies {
        let sentence = policy.demand.map_err(|error| problems.add(error)).ok();
        let written = sentence.iter().flat_map(|it| paths::of_expression(&it.expression));
        paths.extend(written);
        let rule = sentence.and_then(|sentence| condition(&policy.name, &sentence, &mut problems));
        rules.push(rule);
        let syntax::Policy { attributes, visibility, name, .. } = policy;
        names.push(Constant { attributes, visibility, name });
    }
    match problems.finish(rules.into_iter().collect::<Option<Vec<_>>>()) {
        Ok(rules) => {
            let item = |(item, rule)| Definition { item, rule };
            Ok(Policies { runtime, items: names.into_iter().zip(rules).map(item).collect() })
        }
        Err(errors) => Err(Box::new(BrokenItems { errors, runtime, names, paths })),
    }
}

fn condition(name: &Ident, sentence: &Sentence, problems: &mut Problems) -> Option<Rule> {
    let before = problems.count();
    if let Some(next) = next_policy(sentence) {
        problems.report(&next, format!("missing `;` before `{next}`"));
        return None;
    }
    let rule = require::of_sentence(sentence, problems);
    // What was misread would be weighed wrongly.
    if problems.count() == before
        && let Some(written) = weigh::policy(name, sentence)
    {
        weigh::tell(&written, problems);
    }
    rule
}

/// What begins behind a condition as a policy does.
fn next_policy(sentence: &Sentence) -> Option<Ident> {
    let mut rest = sentence.rest.clone().into_iter();
    match (rest.next()?, rest.next()?) {
        (TokenTree::Ident(name), TokenTree::Punct(sign)) if sign.as_char() == '=' => Some(name),
        _ => None,
    }
}

/// rustc would tell it too, but of our constants.
fn tell_repeated(policies: &[syntax::Policy], problems: &mut Problems) {
    let names = policies.iter().map(|policy| &policy.name);
    let message = |name: &&Ident, _: &&Ident| format!("`{name}` is defined twice; rename one");
    repeats::once(names, |one, two| one == two, message, problems);
}
