//! From issuers as they are written to issuers that are trusted.

use std::sync::Arc;

#[cfg(feature = "authority")]
use crate::jwt::authority::{Authorities, Authority, Keeper};
use crate::jwt::config::{JwtBearer, Trusted};
use crate::jwt::key::{Key, Sound, examine};
use crate::jwt::rotation::Rotation;
use crate::jwt::trust::Trust;
use crate::principal::SCHEME_ISSUER;
use crate::scheme::Setup;

/// Every issuer of a scheme, its own first.
#[derive(Default)]
pub(super) struct Trusts {
    pub(super) all: Vec<Trust>,
    #[cfg(feature = "authority")]
    pub(super) authorities: Authorities,
}

/// An issuer as it is written, the scheme's own or a further one.
struct Written {
    issuer: Option<String>,
    any_issuer: bool,
    audiences: Vec<String>,
    any_audience: bool,
    keys: Vec<Key>,
    #[cfg(feature = "authority")]
    authority: Option<Authority>,
    /// Whether it stands beside others.
    is_one_of_several: bool,
    /// Whether its keys sign, too.
    signs: bool,
}

impl JwtBearer {
    /// Takes the issuers out of what is written.
    pub(super) fn trusts(&mut self, setup: &Setup, faults: &mut Vec<String>) -> Trusts {
        let trusted = std::mem::take(&mut self.trusted);
        let several = !trusted.is_empty();
        let own = Written {
            issuer: self.issuers.first().cloned(),
            any_issuer: self.any_issuer,
            audiences: std::mem::take(&mut self.audiences),
            any_audience: self.any_audience,
            keys: std::mem::take(&mut self.keys),
            #[cfg(feature = "authority")]
            authority: self.authority.take(),
            is_one_of_several: several,
            signs: true,
        };
        let mut trusts = Trusts::default();
        let mut issuers = Vec::new();
        let further = trusted.into_iter().map(Written::from);
        for (position, written) in std::iter::once(own).chain(further).enumerate() {
            let which = match &written.issuer {
                Some(issuer) if position > 0 => format!("the issuer `{issuer}`: "),
                Some(_) | None => String::new(),
            };
            let mut found = written.check();
            if written.issuer.is_some() && issuers.contains(&written.issuer) {
                found.push("it is trusted twice; say all of it at once".to_owned());
            }
            issuers.push(written.issuer.clone());
            trusts.add(written, self.names.audience.is_some(), setup, &mut found);
            faults.extend(found.into_iter().map(|fault| format!("{which}{fault}")));
        }
        trusts
    }
}

impl Trusts {
    fn add(
        &mut self,
        written: Written,
        has_audience_claim: bool,
        setup: &Setup,
        faults: &mut Vec<String>,
    ) {
        let keys = examine(&written.keys, &[]).unwrap_or_else(|found| {
            faults.extend(found);
            Vec::new()
        });
        faults.extend(written.unsaid(&keys));
        let rotation = Rotation::new(
            keys,
            written.signs,
            Arc::clone(setup.clock()),
            written.says_issuer() && written.says_audience(),
        );
        let trust = Trust {
            issuer: written.issuer.filter(|_| !written.any_issuer),
            any_issuer: written.any_issuer,
            audiences: written.audiences,
            any_audience: written.any_audience,
            has_audience_claim,
            ring: Arc::clone(&rotation.ring),
            rotation: Some(Arc::new(rotation)),
        };
        #[cfg(feature = "authority")]
        let trust = match &written.authority {
            Some(authority) => self.fetching(authority, trust, setup, faults),
            None => trust,
        };
        self.all.push(trust);
    }

    /// The issuer with keys that are fetched.
    #[cfg(feature = "authority")]
    fn fetching(
        &mut self,
        authority: &Authority,
        trust: Trust,
        setup: &Setup,
        faults: &mut Vec<String>,
    ) -> Trust {
        faults.extend(authority.check());
        let trust = Trust { rotation: None, ..trust };
        match Keeper::new(authority, &trust, setup) {
            Ok(keeper) => self.authorities.add(keeper),
            Err(fault) => faults.push(fault),
        }
        trust
    }
}

impl Written {
    fn check(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut refuse = |wrong: bool, fault: &str| wrong.then(|| faults.push(fault.to_owned()));
        let odd = |text: &String| text.trim().is_empty() || text.trim() != text;
        refuse(
            self.issuer.iter().chain(&self.audiences).any(odd),
            "the issuer or an audience is empty or has blanks around it; texts compare exactly",
        );
        refuse(
            self.issuer.iter().any(|issuer| issuer.starts_with(SCHEME_ISSUER)),
            "the issuer begins with `urn:portcullis:scheme:`, which stands for schemes without one",
        );
        refuse(self.keys.is_empty() && !self.is_authority(), "it has no key; add `.key(…)`");
        refuse(
            !self.keys.is_empty() && self.is_authority(),
            "an authority tells its keys itself; leave `.key` out",
        );
        faults
    }

    /// What must be said with keys that others have too, or beside another issuer.
    fn unsaid(&self, keys: &[Sound]) -> Vec<String> {
        let mut algorithms = keys.iter().map(|key| key.verifying.algorithm());
        let why = match algorithms.find(|algorithm| algorithm.is_asymmetric()) {
            _ if self.is_authority() => "an authority signs for many".to_owned(),
            Some(algorithm) => format!("an {} key often signs for many", algorithm.name()),
            None if self.is_one_of_several => "it stands beside other issuers".to_owned(),
            None => return Vec::new(),
        };
        let mut unsaid = Vec::new();
        if !self.says_issuer() {
            unsaid.push(format!(
                "{why}; say whose tokens are accepted with `.issuer(\"…\")`, or \
                 `.dangerous().accept_any_issuer()`"
            ));
        }
        if !self.says_audience() {
            unsaid.push(format!(
                "{why}; say who this server is with `.audience(\"…\")`, or \
                 `.dangerous().accept_any_audience()`"
            ));
        }
        unsaid
    }

    fn says_issuer(&self) -> bool {
        self.issuer.is_some() || self.any_issuer
    }

    fn says_audience(&self) -> bool {
        !self.audiences.is_empty() || self.any_audience
    }

    #[cfg(feature = "authority")]
    fn is_authority(&self) -> bool {
        self.authority.is_some()
    }

    #[cfg(not(feature = "authority"))]
    fn is_authority(&self) -> bool {
        false
    }
}

impl From<Trusted> for Written {
    fn from(trusted: Trusted) -> Self {
        Self {
            issuer: Some(trusted.issuer),
            any_issuer: false,
            audiences: trusted.audiences,
            any_audience: trusted.any_audience,
            keys: trusted.keys,
            #[cfg(feature = "authority")]
            authority: trusted.authority,
            is_one_of_several: true,
            signs: false,
        }
    }
}
