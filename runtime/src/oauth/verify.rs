//! Whose an access token is, by the rules of the schemes that would let its bearer in.

use std::sync::Arc;

use crate::gate::Shared;
use crate::jwt::Unfit;
use crate::principal::Principal;
use crate::scheme::Registered;

/// A caller that a scheme would find behind a token.
pub(super) struct Bearer<'a> {
    pub(super) caller: Principal,
    pub(super) scheme: &'a Registered,
}

/// What the schemes say of a token.
pub(super) struct Verified<'a> {
    /// One for each scheme that accepts it.
    pub(super) bearers: Vec<Bearer<'a>>,
    /// Whether a scheme will accept it later: the clock that it was issued by is ahead.
    pub(super) not_yet: bool,
}

impl<'a> Verified<'a> {
    pub(super) fn by(shared: &'a Shared, token: &str) -> Self {
        let mut verified = Self { bearers: Vec::new(), not_yet: false };
        for scheme in &shared.schemes {
            let Some(judge) = &scheme.judge else { continue };
            let now = scheme.setup.clock().now();
            match judge.caller(token.as_bytes(), now, &scheme.setup) {
                Ok(caller) => verified.bearers.push(Bearer { caller, scheme }),
                Err(Unfit::NotYet) => verified.not_yet = true,
                Err(Unfit::Never) => {}
            }
        }
        verified
    }
}

impl Bearer<'_> {
    /// Whether this server has issued the token: a scheme that signs vouches for it under its
    /// own name.
    pub(super) fn is_ours(&self) -> bool {
        let Some(issuer) = &self.scheme.issuer else { return false };
        let own = issuer.issuer.as_deref();
        self.caller.issued_by() == own.unwrap_or_else(|| self.scheme.setup.scheme.issuer())
    }
}

/// What all endpoints of an instance share, for the one that runs.
pub(super) fn shared(
    request: &actix_web::HttpRequest,
    extractor: &str,
) -> Result<(Arc<Shared>, Option<Principal>), crate::Error> {
    let entered = crate::gate::Entered::of(request);
    let entered = entered.ok_or_else(|| crate::Error::unguarded(extractor, request.path()))?;
    Ok((Arc::clone(&entered.gate.checkpoint().shared), entered.caller))
}
