//! Does a clause have the kind of value that its word takes? What is in the value comes later.

use proc_macro2::Group;
use syn::{Expr, ExprLit, Ident, Lit, LitStr};

use super::clauses::Known;
use crate::problems::Problems;
use crate::syntax::{self, Value, peeled};
use crate::words::Word;

impl Known {
    pub(super) fn nothing(&self, problems: &mut Problems) -> bool {
        let nothing = matches!(self.clause.value, Value::Nothing);
        if !nothing {
            self.wrong_shape(problems);
        }
        nothing
    }

    pub(super) fn text(&self, problems: &mut Problems) -> Option<LitStr> {
        let text = string(self.expression(problems)?);
        if text.is_none() {
            self.wrong_shape(problems);
        }
        text
    }

    pub(super) fn expression(&self, problems: &mut Problems) -> Option<&Expr> {
        match &self.clause.value {
            Value::Equals(_, expression) => Some(expression),
            Value::Nothing | Value::Parentheses(_) => {
                self.wrong_shape(problems);
                None
            }
        }
    }

    pub(super) fn list(&self, problems: &mut Problems) -> Vec<Expr> {
        match self.parentheses(problems) {
            Some(group) => syntax::entries(group, problems),
            None => Vec::new(),
        }
    }

    /// What is between the parentheses, which is never nothing: an empty demand grants nothing.
    pub(super) fn parentheses(&self, problems: &mut Problems) -> Option<&Group> {
        match &self.clause.value {
            Value::Parentheses(group) if group.stream().is_empty() => {
                let (word, example) = (self.at(), self.example());
                let message = format!("`{word}` is empty; write `{example}`, or remove it");
                problems.report(&self.clause, message);
                None
            }
            Value::Parentheses(group) => Some(group),
            Value::Nothing | Value::Equals(..) => {
                self.wrong_shape(problems);
                None
            }
        }
    }

    pub(super) fn wrong_shape(&self, problems: &mut Problems) {
        let (word, (shape, suffix)) = (self.at(), self.word.takes());
        let message = match suffix {
            "" => format!("`{word}` takes {shape}; write `{word}` alone"),
            _ => format!("`{word}` takes {shape}: `{}`", self.example()),
        };
        problems.report(&self.clause, message);
    }

    fn example(&self) -> String {
        let (_, suffix) = self.word.takes();
        format!("{}{suffix}", self.word.text())
    }
}

pub(super) fn string(expression: &Expr) -> Option<LitStr> {
    match peeled(expression) {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
        _ => None,
    }
}

/// An expression that is one plain word.
pub(super) fn word(expression: &Expr) -> Option<&Ident> {
    match peeled(expression) {
        Expr::Path(path) if path.qself.is_none() => path.path.get_ident(),
        _ => None,
    }
}
