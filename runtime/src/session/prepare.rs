//! From what a developer wrote to a scheme at work, or to all that is wrong with it.

use std::sync::Arc;

use super::config::{CookieSession, Keeping};
use super::keeper::{Keeper, Place};
use super::ring::Ring;
use super::scheme::SessionScheme;
use super::ticket::Tickets;
use crate::cookies::{PREFIX, Shape, odd_name};
use crate::problem::Problem;
use crate::scheme::{IntoScheme, Prepared, Setup};

const NAME: &str = "__Host-session";

/// Of a key, in bytes: as many as the cipher has.
const SHORTEST: usize = 32;

impl IntoScheme for CookieSession {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let name = self.name.as_deref().unwrap_or(NAME);
        let mut problems = self.limits.check().into_iter().collect::<Vec<_>>();
        problems.extend(odd_name(name, NAME));
        if let Keeping::Sealed(keys) = &self.keeping {
            problems.extend(weak_keys(keys));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let shown = if self.plain { name.strip_prefix(PREFIX) } else { None };
        let shape =
            Shape { name: shown.unwrap_or(name).to_owned(), plain: self.plain, strict: false };
        let place = match self.keeping {
            Keeping::Sealed(keys) => {
                let keys = keys.iter().map(|key| key.as_slice());
                Place::Sealed(Ring::new(keys, setup.name(), &shape.name))
            }
            Keeping::Stored(store) => {
                Place::Stored { store, tickets: Tickets::new(setup.name(), &shape.name) }
            }
        };
        let (limits, sign_in_page) = (self.limits, self.sign_in_page);
        let keeper = Keeper { setup: setup.clone(), limits, shape, place, sign_in_page };
        let keeper = Arc::new(keeper);
        Ok(Prepared::new(SessionScheme(Arc::clone(&keeper))).keeping(keeper))
    }
}

fn weak_keys<K: AsRef<[u8]>>(keys: &[K]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if keys.is_empty() {
        problems.push(Problem::new("there is no key to seal sessions with"));
    }
    for (at, key) in keys.iter().enumerate() {
        let (key, number) = (key.as_ref(), at + 1);
        let uniform = key.windows(2).all(|pair| pair.first() == pair.last());
        let repeated = keys.iter().take(at).any(|other| other.as_ref() == key);
        let fault = if key.len() < SHORTEST {
            format!("has {} bytes; make it {SHORTEST} random ones", key.len())
        } else if uniform {
            format!("is one byte, repeated; make it {SHORTEST} random ones")
        } else if repeated {
            "is given twice".to_owned()
        } else {
            continue;
        };
        problems.push(Problem::new(format!("key {number} that sessions are sealed with {fault}")));
    }
    problems
}
