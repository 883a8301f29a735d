//! Why a caller does not enter, as the answer and the log tell it. Nothing is decided here.

use super::Checkpoint;
use crate::answer::{Cause, Denial};
use crate::decision::Refusal;
use crate::demand::Answers;
use crate::principal::Principal;
use crate::rule::{self, Atom, Rule};

impl Checkpoint {
    /// Why a caller, or nobody, does not enter.
    pub(super) fn denial(
        &self,
        refusal: Refusal,
        caller: Option<&Principal>,
        answers: &Answers,
    ) -> Denial {
        match (refusal, caller) {
            (Refusal::Insufficient, Some(caller)) => self.insufficient(caller, answers),
            (Refusal::Conflicting, Some(caller)) => self.conflicting(caller),
            (Refusal::Insufficient | Refusal::Conflicting | Refusal::Unknown, _) => {
                Denial::new(Cause::Unauthenticated).explained("there are no credentials")
            }
        }
    }

    /// Two of the caller's roles exclude each other.
    pub(super) fn conflicting(&self, caller: &Principal) -> Denial {
        let mut denial = Denial::new(Cause::Forbidden).because("exclusive roles");
        denial.scheme = self.position_of(caller);
        match self.shared.hierarchy.conflict(&caller.facts().roles) {
            Some((one, other)) if self.shared.answers.explain => {
                denial.explained(format!("the roles {one:?} and {other:?} exclude each other"))
            }
            Some(_) | None => denial,
        }
    }

    fn insufficient(&self, caller: &Principal, answers: &Answers) -> Denial {
        let mut denial = Denial::new(Cause::Forbidden);
        denial.scheme = self.position_of(caller);
        if !answers.is_empty() {
            denial = denial.because("a requirement is not met");
        }
        if !self.asks_scopes && !self.shared.answers.explain {
            return denial;
        }
        // What nobody has asked decides nothing: a rule that it could still meet has not failed.
        let has = |atom: &Atom, unasked: bool| match atom {
            Atom::Requirement(name) => {
                let bit = self.shared.requirements.bit(name);
                bit.and_then(|bit| answers.get(bit)).unwrap_or(unasked)
            }
            _ => caller.has(atom),
        };
        let may_hold = |rule: &Rule| {
            [false, true].iter().any(|it| rule::holds(rule, &|atom| has(atom, *it)) == Some(true))
        };
        let failed = self.rules.iter().filter(|rule| !may_hold(rule));
        let scopes = failed.clone().try_fold(Vec::new(), |mut sum, rule| {
            sum.extend(rule::missing_scopes(rule, &|atom| has(atom, false))?);
            Some(sum)
        });
        denial.scopes = scopes.unwrap_or_default();
        if self.shared.answers.explain {
            let failed = failed.map(ToString::to_string).collect::<Vec<_>>();
            denial = denial.explained(format!("not met: {}", failed.join("; ")));
        }
        denial
    }

    /// Which of the schemes found a caller.
    pub(super) fn position_of(&self, caller: &Principal) -> Option<usize> {
        self.schemes.iter().position(|scheme| caller.is_found_by(&scheme.setup.scheme))
    }
}
