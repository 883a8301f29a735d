//! Rules as they are chosen: beside the library's rule stands what it means.

use arbitrary::{Result, Unstructured};
use portcullis::Rule;
use serde_json::Value;

use super::callers::Caller;

#[derive(Clone, Debug)]
pub(super) enum Demand {
    Role(&'static str),
    Permission(&'static str),
    Scope(&'static str),
    Claim(&'static str),
    ClaimIs(&'static str, &'static str),
    ClaimIsOne,
    Scheme(&'static str),
    Policy(&'static str),
    All(Vec<Demand>),
    Any(Vec<Demand>),
    Not(Box<Demand>),
}

pub(super) const POLICIES: [&str; 4] = ["p", "q", "r", "t"];

impl Demand {
    /// A rule of at most so many levels.
    pub(super) fn choose(choices: &mut Unstructured<'_>, levels: u8) -> Result<Self> {
        let most = if levels == 0 { 7 } else { 11 };
        Ok(match choices.int_in_range(0..=most)? {
            0 | 1 => Self::Role(choices.choose(&["A", "B"])?),
            2 => Self::Permission(choices.choose(&["x", "A"])?),
            3 => Self::Scope(choices.choose(&["s", "x"])?),
            4 => Self::Claim(choices.choose(&["k", "sub"])?),
            5 => Self::ClaimIs("k", choices.choose(&["v", "1", ""])?),
            6 if choices.ratio(1, 2)? => Self::ClaimIsOne,
            6 => Self::Scheme(choices.choose(&["a", "b"])?),
            7 => Self::Policy(choices.choose(&POLICIES)?),
            8 => Self::Not(Box::new(Self::choose(choices, levels - 1)?)),
            9 => Self::Any(Self::several(choices, levels - 1)?),
            _ => Self::All(Self::several(choices, levels - 1)?),
        })
    }

    /// Rarely none.
    fn several(choices: &mut Unstructured<'_>, levels: u8) -> Result<Vec<Self>> {
        let count = if choices.ratio(1, 32)? { 0 } else { choices.int_in_range(1..=3)? };
        (0..count).map(|_| Self::choose(choices, levels)).collect()
    }

    /// The same in the library's words.
    pub(super) fn rule(&self) -> Rule {
        match self {
            Self::Role(name) => Rule::role(*name),
            Self::Permission(name) => Rule::permission(*name),
            Self::Scope(name) => Rule::scope(*name),
            Self::Claim(name) => Rule::claim(*name),
            Self::ClaimIs(name, value) => Rule::claim_is(*name, *value),
            Self::ClaimIsOne => Rule::claim_is("k", 1),
            Self::Scheme(name) => Rule::scheme(*name),
            Self::Policy(name) => Rule::policy(*name),
            Self::All(parts) => Rule::all_of(parts.iter().map(Self::rule)),
            Self::Any(parts) => Rule::any_of(parts.iter().map(Self::rule)),
            Self::Not(part) => !part.rule(),
        }
    }

    /// What it means for a caller, if every policy that it names is sound.
    pub(super) fn holds(&self, who: &Caller, policies: &[(String, Self)]) -> bool {
        match self {
            Self::Role(name) => who.roles.contains(name),
            Self::Permission(name) => who.permissions.contains(name),
            Self::Scope(name) => who.scopes.contains(name),
            Self::Claim(name) => who.claim(name).is_some_and(|claim| {
                !claim.is_null() && claim != "" && claim != Value::Array(Vec::new())
            }),
            Self::ClaimIs(name, value) => who.has(name, &Value::from(*value)),
            Self::ClaimIsOne => who.has("k", &Value::from(1)),
            Self::Scheme(name) => who.came_by == *name,
            Self::Policy(name) => {
                let policy = policies.iter().find(|(own, _)| own == name);
                policy.expect("a policy that is registered").1.holds(who, policies)
            }
            Self::All(parts) => parts.iter().all(|part| part.holds(who, policies)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(who, policies)),
            Self::Not(part) => !part.holds(who, policies),
        }
    }

    /// Whether a list in it is empty, a policy in it is unknown or leads back to it, or, with
    /// these, a scheme in it is unknown.
    pub(super) fn is_faulty(
        &self,
        policies: &[(String, Self)],
        schemes: Option<&[String]>,
        within: &[&str],
    ) -> bool {
        let faulty = |part: &Self| part.is_faulty(policies, schemes, within);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.is_empty() || parts.iter().any(faulty),
            Self::Not(part) => faulty(part),
            Self::Scheme(name) => schemes.is_some_and(|known| known.iter().all(|one| one != name)),
            Self::Policy(name) => match policies.iter().find(|(own, _)| own == name) {
                Some((_, rule)) if !within.contains(name) => {
                    rule.is_faulty(policies, schemes, &[within, &[name]].concat())
                }
                _ => true,
            },
            _ => false,
        }
    }
}
