//! The paths of an attribute that could be read, whatever else is wrong with it.

use quote::ToTokens;
use syn::{Expr, ExprCall, ExprPath};

use super::access::Access;
use super::clauses::Known;
use super::demands::Demand;
use super::shapes::word;
use crate::model::Name;
use crate::problems::Problems;
use crate::syntax::{Sentence, peeled};
use crate::words::{Fact, Word};

pub(super) fn of(access: &Access, schemes: &[Name], group: Option<&ExprPath>) -> Vec<ExprPath> {
    let mut paths: Vec<_> = match access {
        Access::Anonymous => Vec::new(),
        Access::Guarded { demands, on, checks, .. } => {
            let further = on.iter().flat_map(|on| &on.demands);
            let asked = checks.iter().chain(on.iter().flat_map(|on| &on.checks));
            let demanded = demands.iter().chain(further).flat_map(Demand::paths);
            demanded.chain(asked.cloned()).collect()
        }
    };
    paths.extend(schemes.iter().filter_map(Name::path).cloned());
    paths.extend(group.cloned());
    paths
}

/// Those of a `require`, even of one that makes no sense.
pub(super) fn of_condition(known: &Known) -> Vec<ExprPath> {
    let inside = known.parentheses(&mut Problems::default());
    let inside = inside.map(ToTokens::to_token_stream).unwrap_or_default();
    let sentence = syn::parse2::<Sentence>(inside);
    sentence.map(|sentence| of_expression(&sentence.expression)).unwrap_or_default()
}

/// What the functions of a condition are given.
pub(super) fn of_expression(expression: &Expr) -> Vec<ExprPath> {
    match peeled(expression) {
        Expr::Paren(parentheses) => of_expression(&parentheses.expr),
        Expr::Unary(unary) => of_expression(&unary.expr),
        Expr::Binary(binary) => {
            let mut paths = of_expression(&binary.left);
            paths.extend(of_expression(&binary.right));
            paths
        }
        Expr::Call(call) => of_call(call).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn of_call(call: &ExprCall) -> Option<ExprPath> {
    let function = word(&call.func)?;
    Fact::ALL.iter().find(|fact| function == fact.text())?;
    match call.args.first().map(peeled)? {
        Expr::Path(path) => Some(path.clone()),
        _ => None,
    }
}
