//! Who may enter: everyone, everyone on some verbs, or who meets the requirements.

use syn::{ExprPath, Ident};

use super::clauses::{Clauses, Known};
use super::demands::{self, Demand};
use super::on::{self, On};
use super::routes::Routed;
use super::verbs::{self, Spoken};
use super::{authorize, clashes};
use crate::model::{self, Check, Guarded, NonEmpty, Rule};
use crate::problems::{Problems, shown};
use crate::syntax::Value;
use crate::words::ClauseWord;

pub(super) enum Access {
    Anonymous,
    Guarded {
        anonymous: Vec<Spoken>,
        /// The word `anonymous`, where it was written.
        at: Option<Ident>,
        demands: Vec<Demand>,
        on: Vec<On>,
        /// The functions of `authorize`.
        checks: Vec<ExprPath>,
    },
}

pub(super) fn read(clauses: &Clauses, routes: &[Routed], problems: &mut Problems) -> Access {
    let demands = demands::read(clauses, problems);
    clashes::tell_met(&demands, &demands, problems);
    let on = on::read(clauses, routes, problems);
    for one in &on {
        clashes::tell_met(&one.demands, &demands, problems);
    }
    let checks = authorize::read(clauses, problems);
    tell_asked_twice(&checks, &on, problems);
    let known = clauses.of(ClauseWord::Anonymous);
    if let Some(known) = known.filter(|known| matches!(known.clause.value, Value::Nothing)) {
        tell_demands_beside(known, clauses, problems);
        return Access::Anonymous;
    }
    let anonymous = known.map(|known| verbs::list(known, problems)).unwrap_or_default();
    for spoken in &anonymous {
        verbs::must_be_routed(spoken, routes, problems);
    }
    tell_never_judged(&on, &anonymous, problems);
    let at = known.map(|known| known.at().clone());
    Access::Guarded { anonymous, at, demands, on, checks }
}

/// A bare `anonymous` voids whatever is demanded beside it.
fn tell_demands_beside(anonymous: &Known, clauses: &Clauses, problems: &mut Problems) {
    let demands = |known: &&Known| known.word.keeps_out() || known.word == ClauseWord::On;
    let beside: Vec<_> = clauses.iter().filter(demands).map(Known::at).collect();
    if beside.is_empty() {
        return;
    }
    let words: Vec<_> = beside.iter().map(|word| format!("`{word}`")).collect();
    problems.report(
        anonymous.at(),
        format!(
            "`anonymous` clashes with {}: it lets everyone in; keep one of the two",
            words.join(", ")
        ),
    );
    for word in beside {
        problems.report(word, format!("`{word}` is here"));
    }
}

/// On an anonymous verb nothing is judged, so what `on` demands there would not hold.
fn tell_never_judged(on: &[On], anonymous: &[Spoken], problems: &mut Problems) {
    for one in on {
        let Some(open) = anonymous.iter().find(|open| open.verb == one.spoken.verb) else {
            continue;
        };
        let verb = shown(open);
        let message = format!(
            "`on({verb}, …)` is never judged: `anonymous({verb})` lets everyone in; remove one of \
             the two"
        );
        problems.clash(&one.spoken, message, open, format!("`{verb}` is anonymous here"));
    }
}

/// What is asked on every verb need not be asked on one of them again.
fn tell_asked_twice(checks: &[ExprPath], on: &[On], problems: &mut Problems) {
    for again in on.iter().flat_map(|on| &on.checks) {
        if let Some(first) = checks.iter().find(|check| shown(*check) == shown(again)) {
            let message = format!("`{}` is asked on every verb already; remove one", shown(again));
            problems.clash(again, message, first, "it is asked here".to_owned());
        }
    }
}

impl Access {
    /// Nothing, if any requirement makes no sense: what cannot be demanded must not be left out.
    pub(super) fn into_model(self) -> Option<model::Access> {
        let Self::Guarded { anonymous, demands, on, checks, .. } = self else {
            return Some(model::Access::Anonymous);
        };
        let everywhere = checks.into_iter().map(|of| Check { verb: None, of });
        let on_verbs = on.iter().flat_map(|on| {
            on.checks.iter().map(|of| Check { verb: Some(on.spoken.verb), of: of.clone() })
        });
        let checks = everywhere.chain(on_verbs).collect();
        let on = on.into_iter().filter(|on| !on.demands.is_empty());
        let one = |on: On| Some((on.spoken.verb, NonEmpty::new(rules(on.demands)?)?));
        Some(model::Access::Guarded(Guarded {
            anonymous: anonymous.iter().map(|spoken| spoken.verb).collect(),
            rules: rules(demands)?,
            on: on.map(one).collect::<Option<_>>()?,
            checks,
        }))
    }
}

fn rules(demands: Vec<Demand>) -> Option<Vec<Rule>> {
    demands.into_iter().map(Demand::into_rule).collect()
}
