//! `require(…)`: a boolean expression over functions, with Rust's own precedence. Whether the
//! expression can be true is weighed elsewhere.

mod call;
mod foreign;
mod parts;

use quote::ToTokens;
use syn::{BinOp, Expr, ExprBinary, UnOp};

pub(super) use self::parts::parts;
use super::clauses::Known;
use crate::model::{NonEmpty, Rule};
use crate::problems::Problems;
use crate::syntax::{Sentence, peeled};

pub(super) fn read(known: &Known, problems: &mut Problems) -> Option<Rule> {
    let inside = known.parentheses(problems)?;
    match syn::parse2::<Sentence>(inside.to_token_stream()) {
        Ok(sentence) => of_sentence(&sentence, problems),
        Err(error) => {
            problems.add(foreign::unreadable(inside, &error));
            None
        }
    }
}

/// The condition of `require` or of a `policy!` item.
pub(super) fn of_sentence(sentence: &Sentence, problems: &mut Problems) -> Option<Rule> {
    match foreign::tell_rest(sentence, problems) {
        true => None,
        false => rule(&sentence.expression, problems),
    }
}

fn rule(expression: &Expr, problems: &mut Problems) -> Option<Rule> {
    match peeled(expression) {
        Expr::Paren(parentheses) => rule(&parentheses.expr, problems),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
            Some(Rule::Not(Box::new(rule(&unary.expr, problems)?)))
        }
        Expr::Binary(binary) => joined(binary, problems),
        Expr::Call(call) => call::read(call, problems).map(Rule::Is),
        other => {
            problems.report(other, foreign::instead_of(other));
            None
        }
    }
}

fn joined(binary: &ExprBinary, problems: &mut Problems) -> Option<Rule> {
    let operator = binary.op;
    if let BinOp::And(_) | BinOp::Or(_) | BinOp::BitAnd(_) | BinOp::BitOr(_) = operator {
        let (left, right) = (rule(&binary.left, problems), rule(&binary.right, problems));
        match operator {
            BinOp::And(_) => return all(left?, right?),
            BinOp::Or(_) => return any(left?, right?),
            // Their sides were meant as conditions, and may hold mistakes of their own.
            _ => {}
        }
    }
    problems.report(operator, foreign::operator(&operator));
    None
}

/// `a && b && c` is one list of three, as it is read.
fn all(left: Rule, right: Rule) -> Option<Rule> {
    let parts = |rule| match rule {
        Rule::All(parts) => parts.into_iter().collect(),
        other => vec![other],
    };
    NonEmpty::new([parts(left), parts(right)].into_iter().flatten()).map(Rule::All)
}

/// `a || b || c` is one list of three, as it is read.
fn any(left: Rule, right: Rule) -> Option<Rule> {
    let parts = |rule| match rule {
        Rule::Any(parts) => parts.into_iter().collect(),
        other => vec![other],
    };
    NonEmpty::new([parts(left), parts(right)].into_iter().flatten()).map(Rule::Any)
}
