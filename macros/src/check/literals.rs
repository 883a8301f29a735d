//! The values that a claim is compared with: a string, an integer or a boolean, as JSON has them.

use proc_macro2::Literal as Number;
use syn::{Expr, ExprLit, ExprUnary, Lit, LitInt, UnOp};

use crate::model::Literal;
use crate::problems::Problems;
use crate::syntax::peeled;

pub(super) fn read(expression: &Expr, problems: &mut Problems) -> Option<Literal> {
    let read = match peeled(expression) {
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => negative(peeled(expr)),
        other => positive(other),
    };
    read.map_err(|message| problems.report(expression, message)).ok()
}

fn positive(expression: &Expr) -> Result<Literal, &'static str> {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(Literal::Text(text.clone())),
        Expr::Lit(ExprLit { lit: Lit::Bool(boolean), .. }) => Ok(Literal::Boolean(boolean.clone())),
        Expr::Lit(ExprLit { lit: Lit::Int(digits), .. }) => integer(digits, 1),
        _ => Err("a claim is compared with a string, an integer or a boolean"),
    }
}

fn negative(expression: &Expr) -> Result<Literal, &'static str> {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Int(digits), .. }) => integer(digits, -1),
        _ => Err("only an integer can be negative"),
    }
}

fn integer(digits: &LitInt, sign: i128) -> Result<Literal, &'static str> {
    if !digits.suffix().is_empty() {
        return Err("an integer is written without suffix here");
    }
    // Wider than the result, so that the smallest integer can be read before it is negated.
    let wide = digits.base10_parse::<i128>().map_err(|_| OUT_OF_RANGE)?;
    let value = i64::try_from(sign * wide).map_err(|_| OUT_OF_RANGE)?;
    let mut number = Number::i64_unsuffixed(value);
    number.set_span(digits.span());
    Ok(Literal::Integer(value, number))
}

const OUT_OF_RANGE: &str = "this integer does not fit into 64 bits";
