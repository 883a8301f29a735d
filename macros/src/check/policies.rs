//! `policy!(pub ManagersOnly = role("Manager") && claim("ManagerID"));`

use proc_macro2::Ident;

use super::{default_runtime, repeats, require};
use crate::model::{BrokenItems, Constant, Definition, Policies};
use crate::problems::Problems;
use crate::syntax;

pub(crate) fn policies(
    written: syntax::Policies,
    mut problems: Problems,
) -> Result<Policies, Box<BrokenItems>> {
    let runtime = written.runtime.unwrap_or_else(default_runtime);
    if written.policies.is_empty() {
        let message = "`policy!` is empty; write `policy!(pub ManagersOnly = role(\"Manager\"))`";
        problems.missing(proc_macro2::TokenStream::new(), message);
    }
    tell_repeated(&written.policies, &mut problems);
    let mut names = Vec::new();
    let mut rules = Vec::new();
    for policy in written.policies {
        let sentence = policy.demand.map_err(|error| problems.add(error)).ok();
        rules.push(sentence.and_then(|sentence| require::of_sentence(&sentence, &mut problems)));
        let syntax::Policy { attributes, visibility, name, .. } = policy;
        names.push(Constant { attributes, visibility, name });
    }
    match problems.finish(rules.into_iter().collect::<Option<Vec<_>>>()) {
        Ok(rules) => {
            let item = |(item, rule)| Definition { item, rule };
            Ok(Policies { runtime, items: names.into_iter().zip(rules).map(item).collect() })
        }
        Err(errors) => Err(Box::new(BrokenItems { errors, runtime, names })),
    }
}

/// rustc would tell it too, but of our constants.
fn tell_repeated(policies: &[syntax::Policy], problems: &mut Problems) {
    let names = policies.iter().map(|policy| &policy.name);
    let message = |name: &&Ident, _: &&Ident| format!("`{name}` is defined twice; rename one");
    repeats::once(names, |one, two| one == two, message, problems);
}
