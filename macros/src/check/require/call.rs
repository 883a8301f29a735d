//! One function of `require`: `role("Admin")`, `claim("dept", "eng")`.

use syn::{Expr, ExprCall};

use super::super::shapes::word;
use super::super::{literals, names};
use crate::model::Atom;
use crate::problems::Problems;
use crate::words::{self, Fact, Word};

pub(super) fn read(call: &ExprCall, problems: &mut Problems) -> Option<Atom> {
    let Some(written) = word(&call.func) else {
        problems.report(&call.func, "expected a function, such as `role`");
        return None;
    };
    let fact = words::find::<Fact>(written, problems)?;
    let arguments: Vec<&Expr> = call.args.iter().collect();
    match (fact, arguments.as_slice()) {
        (Fact::Claim, [name, value]) => {
            let name = names::read(name, fact, problems);
            let value = literals::read(value, problems);
            Some(Atom::ClaimIs(name?, value?))
        }
        (_, [name]) => Some(Atom::Has(fact, names::read(name, fact, problems)?)),
        _ => {
            problems.report(call, arity(fact));
            None
        }
    }
}

fn arity(fact: Fact) -> String {
    match fact {
        Fact::Claim => "`claim` takes a claim, or a claim and its value: \
                        `claim(\"AdminID\")`, `claim(\"dept\", \"eng\")`"
            .to_owned(),
        _ => {
            let word = fact.text();
            format!("`{word}` takes one {word}; join several with `||` or `&&`")
        }
    }
}
