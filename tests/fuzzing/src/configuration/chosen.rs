//! All that start-up is told, as data.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use arbitrary::{Arbitrary, Result, Unstructured};
use portcullis::{Builder, Clock, Portcullis};

use super::demand::{Demand, POLICIES};
use super::schemes::{self, Told, text};
use crate::definition::token::NOW;

/// The modules that can be chosen, with their paths below `endpoints::configured`.
pub(super) const MODULES: [&str; 4] = ["free", "bound", "bound::schemed", "missing"];

#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) schemes: Vec<(String, schemes::Chosen)>,
    pub(super) default: Option<String>,
    pub(super) policies: Vec<(String, Demand)>,
    pub(super) modules: Vec<&'static str>,
    pub(super) realm: Option<String>,
    pub(super) hide: bool,
}

impl Chosen {
    pub(super) fn choose(choices: &mut Unstructured<'_>) -> Result<Self> {
        let mut schemes = Vec::new();
        for number in 0..choices.int_in_range(0..=3)? {
            // Mostly each under a name of its own.
            let own = ["a", "b", "c"][usize::from(number)].to_owned();
            let name = if choices.ratio(1, 12)? { text(choices)? } else { own };
            schemes.push((name, schemes::Chosen::choose(number, choices)?));
        }
        let mut policies = Vec::new();
        for own in POLICIES.iter().take(choices.int_in_range(0..=4)?) {
            let name = if choices.ratio(1, 16)? { text(choices)? } else { (*own).to_owned() };
            policies.push((name, Demand::choose(choices, 3)?));
        }
        let modules = (0..choices.int_in_range(1..=2)?).map(|_| Ok(*choices.choose(&MODULES)?));
        let modules = modules.collect::<Result<_>>()?;
        Ok(Self {
            schemes,
            default: if choices.ratio(1, 4)? { Some(text(choices)?) } else { None },
            policies,
            modules,
            realm: if choices.ratio(1, 8)? { Some(text(choices)?) } else { None },
            hide: bool::arbitrary(choices)?,
        })
    }

    pub(super) fn builder(&self) -> Builder {
        let mut builder = Portcullis::builder().clock(Still).log_key([0; 16]);
        for (name, scheme) in &self.schemes {
            let name = name.clone();
            builder = match scheme {
                schemes::Chosen::Told(number) => builder.scheme(name, Told(*number)),
                schemes::Chosen::Jwt(jwt) => builder.scheme(name, jwt.bearer()),
                schemes::Chosen::NoKey(kind, bytes) => {
                    builder.scheme(name, schemes::no_key(*kind, bytes))
                }
            };
        }
        for (name, demand) in &self.policies {
            builder = builder.policy(name.clone(), demand.rule());
        }
        for module in &self.modules {
            builder =
                builder.module(format!("portcullis_fuzzing::endpoints::configured::{module}"));
        }
        if let Some(name) = &self.default {
            builder = builder.default_scheme(name.clone());
        }
        if let Some(realm) = &self.realm {
            builder = builder.realm(realm.clone());
        }
        if self.hide { builder.hide_denied() } else { builder }
    }

    /// Whether an endpoint's module is in one that was chosen.
    pub(super) fn serves(&self, module: &str) -> bool {
        self.modules.iter().any(|chosen| {
            module == *chosen || module.strip_prefix(chosen).is_some_and(|it| it.starts_with("::"))
        })
    }
}

/// Time stands still.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(NOW)
    }
}
