//! `authorize(owns_document, …)`: functions that say whether a caller may touch what is asked for.

use syn::{Expr, ExprPath};

use super::clauses::Clauses;
use super::repeats;
use crate::problems::{Problems, shown};
use crate::syntax::peeled;
use crate::words::ClauseWord;

pub(super) fn read(clauses: &Clauses, problems: &mut Problems) -> Vec<ExprPath> {
    let Some(known) = clauses.of(ClauseWord::Authorize) else {
        return Vec::new();
    };
    let entries = known.list(problems);
    let checks: Vec<_> = entries.iter().filter_map(|entry| function(entry, problems)).collect();
    repeats::in_list(checks, known.at(), |one, two| shown(one) == shown(two), problems)
}

fn function(entry: &Expr, problems: &mut Problems) -> Option<ExprPath> {
    let message = match peeled(entry) {
        Expr::Path(path) => return Some(path.clone()),
        Expr::Call(call) => {
            let function = shown(&call.func);
            format!("`{function}` is called for each request; write `{function}` without `(…)`")
        }
        Expr::Closure(_) | Expr::Async(_) => {
            "a check has a name; write an async function and its path here".to_owned()
        }
        Expr::Lit(_) => {
            format!("`{}` is no function; write the path of an async function", shown(entry))
        }
        _ => "`authorize` takes paths of async functions".to_owned(),
    };
    problems.report(entry, message);
    None
}
