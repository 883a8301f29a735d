//! From what a developer wrote to a service at work, or to all that is wrong with it.

use std::panic::Location;
use std::sync::Arc;

use super::config::RefreshTokens;
use super::families::Families;
use crate::cookies::{Shape, odd_name};
use crate::nearest::nearest;
use crate::problem::Problem;
use crate::scheme::Registered;

const COOKIE: &str = "__Host-refresh";

/// The schemes of an instance.
pub(crate) struct Signing<'a> {
    /// Those that could be made, the default one first.
    pub(crate) schemes: &'a [Arc<Registered>],
    /// Whether the default one was chosen, and is not merely the first.
    pub(crate) default_is_chosen: bool,
    /// Whether some could not be made, which is told elsewhere.
    pub(crate) some_failed: bool,
}

impl Families {
    /// Makes the service.
    pub(crate) fn prepare(
        given: Vec<(RefreshTokens, &'static Location<'static>)>,
        signing: &Signing<'_>,
        problems: &mut Vec<Problem>,
    ) -> Option<Arc<Self>> {
        let mut given = given.into_iter();
        let (tokens, place) = given.next()?;
        let mut refuse = |problem: Problem| problems.push(problem.at_call(place));
        tokens.spans.check().into_iter().for_each(&mut refuse);
        let cookie = tokens.cookie.as_deref();
        signing.odd_cookie(cookie).into_iter().for_each(&mut refuse);
        let scheme = match signing.choose(tokens.scheme.as_deref()) {
            Ok(scheme) => scheme,
            Err(problem) => {
                problem.into_iter().for_each(refuse);
                None
            }
        };
        problems.extend(given.map(|(_, place)| {
            Problem::new("`refresh_tokens` is said twice; keep one of the two").at_call(place)
        }));
        let scheme = scheme?;
        let issuer = scheme.issuer.as_ref().and_then(|issuer| issuer.issuer.clone());
        let issuer = issuer.unwrap_or_else(|| scheme.setup.scheme.issuer().to_owned());
        let RefreshTokens { store, service, spans, cookie, .. } = tokens;
        let cookie = cookie.map(|name| Shape { name, plain: false, strict: true });
        Some(Arc::new(Self { store, service, spans, scheme, issuer, cookie }))
    }
}

impl Signing<'_> {
    /// What is wrong with the name of the cookie.
    fn odd_cookie(&self, name: Option<&str>) -> Option<Problem> {
        let name = name?;
        #[cfg(feature = "cookie-session")]
        {
            let keepers = self.schemes.iter().filter_map(|scheme| scheme.keeper.as_deref());
            if keepers.map(|keeper| keeper.cookie_name()).any(|other| other == name) {
                return Some(Problem::new(format!(
                    "the refresh tokens: sessions are kept in the cookie `{name}`; give it another \
                     name"
                )));
            }
        }
        let odd = odd_name(name, COOKIE)?;
        Some(Problem::new(format!("the refresh tokens: {odd}")))
    }

    /// The scheme that signs; `None` where that is not known.
    fn choose(&self, name: Option<&str>) -> Result<Option<Arc<Registered>>, Option<Problem>> {
        let signers = self.schemes.iter().filter(|scheme| scheme.issuer.is_some());
        let signers = signers.collect::<Vec<_>>();
        let unless_failed = |problem: Problem| (!self.some_failed).then_some(problem);
        if let Some(name) = name {
            return match self.schemes.iter().find(|scheme| scheme.setup.name() == name) {
                Some(scheme) if scheme.issuer.is_some() => Ok(Some(Arc::clone(scheme))),
                Some(_) => Err(Some(Problem::new(format!(
                    "the refresh tokens: the scheme `{name}` has no key to sign with"
                )))),
                None => Err(unless_failed(self.unknown(name))),
            };
        }
        match signers.as_slice() {
            [one] => Ok(Some(Arc::clone(one))),
            [] => Err(unless_failed(Problem::new(
                "the refresh tokens: no scheme can sign access tokens; register a `JwtBearer` \
                 with a key that signs",
            ))),
            [first, ..] => {
                let default = self.schemes.first().filter(|one| Arc::ptr_eq(one, first));
                match default.filter(|_| self.default_is_chosen) {
                    Some(default) => Ok(Some(Arc::clone(default))),
                    None => Err(Some(Problem::new(
                        "the refresh tokens: several schemes can sign access tokens; choose one \
                         with `.scheme`",
                    ))),
                }
            }
        }
    }

    fn unknown(&self, name: &str) -> Problem {
        let names = self.schemes.iter().map(|scheme| scheme.setup.name());
        let hint = nearest(name, names).map(|near| format!("; did you mean `{near}`?"));
        let hint = hint.unwrap_or_default();
        Problem::new(format!("the refresh tokens: no scheme `{name}` is registered{hint}"))
    }
}
