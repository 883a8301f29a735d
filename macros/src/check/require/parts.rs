//! A condition with the user's tokens of each of its parts, for weighing. It was read before, so
//! nothing is told here.

use quote::ToTokens;
use syn::{BinOp, Expr, UnOp};

use super::super::weigh::{Kind, Part};
use super::call;
use crate::problems::Problems;
use crate::syntax::peeled;

/// `None`: it makes no sense, which was told.
pub(in crate::check) fn parts(expression: &Expr) -> Option<Part> {
    let kind = match peeled(expression) {
        Expr::Paren(parentheses) => return parts(&parentheses.expr),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
            Kind::Not(Box::new(parts(&unary.expr)?))
        }
        Expr::Binary(binary) => match binary.op {
            BinOp::And(_) => Kind::All(operands(expression, is_and)?),
            BinOp::Or(_) => Kind::Any(operands(expression, is_or)?),
            _ => return None,
        },
        Expr::Call(call) => Kind::Is(call::read(call, &mut Problems::default())?),
        _ => return None,
    };
    Some(Part::new(expression.to_token_stream(), kind))
}

/// `a && b && c` is one list of three, as it is read.
fn operands(expression: &Expr, same: fn(&BinOp) -> bool) -> Option<Vec<Part>> {
    match peeled(expression) {
        Expr::Paren(parentheses) if joins(&parentheses.expr, same) => {
            operands(&parentheses.expr, same)
        }
        Expr::Binary(binary) if same(&binary.op) => {
            let mut parts = operands(&binary.left, same)?;
            parts.extend(operands(&binary.right, same)?);
            Some(parts)
        }
        _ => Some(vec![parts(expression)?]),
    }
}

fn joins(expression: &Expr, same: fn(&BinOp) -> bool) -> bool {
    match peeled(expression) {
        Expr::Paren(parentheses) => joins(&parentheses.expr, same),
        Expr::Binary(binary) => same(&binary.op),
        _ => false,
    }
}

fn is_and(operator: &BinOp) -> bool {
    matches!(operator, BinOp::And(_))
}

fn is_or(operator: &BinOp) -> bool {
    matches!(operator, BinOp::Or(_))
}
