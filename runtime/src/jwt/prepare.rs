//! From the developer's `JwtBearer` to one at work, if nothing is wrong with it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::accept::Acceptance;
use super::cache::VerifiedTokens;
use super::config::JwtBearer;
use super::judge::Judge;
use super::key::{KeyRing, Sound};
use super::read::RESERVED;
use super::scheme::JwtScheme;
use super::trust::Trust;
use crate::principal::SCHEME_ISSUER;
use crate::problem::Problem;
use crate::scheme::{Challenge, IntoScheme, Prepared, Setup};
use crate::tokens::Issuer;

const MAX_LEEWAY: Duration = Duration::from_secs(300);
const MOST_TOKEN_BYTES: usize = 64 * 1024;

impl IntoScheme for JwtBearer {
    fn into_scheme(self, setup: &Setup) -> Result<Prepared, Vec<Problem>> {
        let mut problems = self.check();
        let keys = self.examine_keys(&mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let signing = keys.iter().find_map(|key| key.signing.clone());
        let (issuer, audience) = (self.issuers.first().cloned(), self.audiences.first().cloned());
        let keys = keys.into_iter().map(|key| Arc::new(key.verifying)).collect();
        let trust = Trust {
            issuer: issuer.clone().filter(|_| !self.any_issuer),
            any_issuer: self.any_issuer,
            audiences: self.audiences,
            any_audience: self.any_audience,
            ring: Arc::new(KeyRing::new(keys)),
        };
        let acceptance = Acceptance {
            trusts: vec![trust],
            leeway: self.leeway,
            max_age: self.max_age,
            max_token_bytes: self.max_token_bytes,
        };
        let judge = Arc::new(Judge::new(acceptance, self.names, setup));
        let [own, registered] = [&judge, &judge].map(Arc::clone);
        let issuer = signing.map(|key| Issuer { key, issuer, audience, judge: own });
        let challenge = self.realm.into_iter().fold(Challenge::bearer(), Challenge::realm);
        let setup = setup.clone();
        let remembered = VerifiedTokens::new(&self.cache);
        let scheme = JwtScheme { judge, challenge, setup, remembered };
        let prepared = Prepared::new(scheme).silent().binding().judging(registered);
        Ok(match issuer {
            Some(issuer) => prepared.issuing(issuer),
            None => prepared,
        })
    }
}

impl JwtBearer {
    /// The keys that are sound; what is wrong with the others, and with all of them together.
    fn examine_keys(&self, problems: &mut Vec<Problem>) -> Vec<Sound> {
        let several = self.keys.len() > 1;
        let mut sound = Vec::<Sound>::new();
        for (position, key) in self.keys.iter().enumerate() {
            let mut refuse = |fault: &str| {
                let which = if several { format!("key {}: ", position + 1) } else { String::new() };
                problems.push(Problem::new(format!("{which}{fault}")));
            };
            let key = match key.examine() {
                Ok(key) => key,
                Err(fault) => {
                    refuse(&fault);
                    continue;
                }
            };
            match key.verifying.id() {
                Some(id) if id.trim().is_empty() => refuse("the key's id is empty"),
                Some(id) if sound.iter().any(|other| other.verifying.id() == Some(id)) => {
                    refuse(&format!("another key has the id `{id}` too"));
                }
                None if several => refuse("several keys need an id each; add `.id(\"…\")`"),
                Some(_) | None => {}
            }
            sound.push(key);
        }
        problems.extend(self.unsaid(&sound).into_iter().map(Problem::new));
        sound
    }

    /// What must be said with a key that others have too.
    fn unsaid(&self, keys: &[Sound]) -> Vec<String> {
        let mut algorithms = keys.iter().map(|key| key.verifying.algorithm());
        let Some(algorithm) = algorithms.find(|algorithm| algorithm.is_asymmetric()) else {
            return Vec::new();
        };
        let often = format!("an {} key often signs for many", algorithm.name());
        let mut unsaid = Vec::new();
        if self.issuers.is_empty() && !self.any_issuer {
            unsaid.push(format!(
                "{often}; say whose tokens are accepted with `.issuer(\"…\")`, or \
                 `.dangerous().accept_any_issuer()`"
            ));
        }
        if self.audiences.is_empty() && !self.any_audience {
            unsaid.push(format!(
                "{often}; say who this server is with `.audience(\"…\")`, or \
                 `.dangerous().accept_any_audience()`"
            ));
        }
        unsaid
    }

    fn check(&self) -> Vec<Problem> {
        let mut faults = self.check_claim_names();
        let mut refuse = |wrong: bool, fault: &str| wrong.then(|| faults.push(fault.to_owned()));
        let odd = |text: &String| text.trim().is_empty() || text.trim() != text;
        refuse(
            self.issuers.len() > 1,
            "`.issuer` is given more than once; one scheme has one issuer",
        );
        refuse(
            self.issuers.iter().chain(&self.audiences).any(odd),
            "the issuer or an audience is empty or has blanks around it; texts compare exactly",
        );
        refuse(
            self.issuers.iter().any(|issuer| issuer.starts_with(SCHEME_ISSUER)),
            "the issuer begins with `urn:portcullis:scheme:`, which stands for schemes without one",
        );
        refuse(self.leeway > MAX_LEEWAY, "the leeway is longer than 5 minutes");
        refuse(self.max_age == Some(Duration::ZERO), "`.max_age` is zero, which no token meets");
        refuse(
            self.max_token_bytes == 0 || self.max_token_bytes > MOST_TOKEN_BYTES,
            "`.max_token_bytes` is not between 1 and 65536",
        );
        faults.into_iter().map(Problem::new).chain(self.cache.check()).collect()
    }

    /// A claim that is read as two things would make the one of the other: a subject a role.
    fn check_claim_names(&self) -> Vec<String> {
        let of = &self.names;
        let subject = std::slice::from_ref(&of.subject);
        let kinds: [(&str, &[String]); 4] = [
            ("subject", subject),
            ("roles", &of.roles),
            ("permissions", &of.permissions),
            ("scopes", &of.scopes),
        ];
        let (mut faults, mut read) = (Vec::new(), BTreeMap::<&str, &str>::new());
        for (kind, names) in kinds {
            if names.is_empty() || names.iter().any(|name| name.trim().is_empty()) {
                faults.push(format!("there is no claim to read the {kind} from"));
            }
            for name in names {
                let subject_only = name == "sub" && kind != "subject";
                if subject_only || RESERVED.contains(&name.as_str()) {
                    faults.push(format!(
                        "the claim `{name}` has a meaning of its own; it is no {kind}"
                    ));
                }
                match read.insert(name, kind) {
                    Some(other) if other != kind => {
                        faults.push(format!("the claim `{name}` is read as {other} and as {kind}"));
                    }
                    Some(_) | None => {}
                }
            }
        }
        faults
    }
}
