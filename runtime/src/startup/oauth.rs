//! Whether what OAuth clients are told is there, and what they are told.

use std::panic::Location;
use std::ptr;
use std::sync::Arc;

use actix_web::web::Bytes;

use super::names::hint;
use super::routes::Draft;
use super::schemes::Schemes;
use crate::decision::Access;
use crate::endpoint::Endpoint;
use crate::jwt::KEY_SET_ENDPOINT;
use crate::oauth::{self, AuthorizationServer, Publishing, Signer};
use crate::problem::Problem;
use crate::refresh::{Families, REFRESH_ENDPOINT};
use crate::verb::Verb;

/// Whether handlers take what the set-up cannot give them.
pub(super) fn check(
    drafts: &[Draft],
    schemes: &Schemes,
    has_revocations: bool,
    problems: &mut Vec<Problem>,
) {
    let signs = schemes.is_broken() || schemes.made.iter().any(|scheme| scheme.issuer.is_some());
    for Draft { endpoint, .. } in drafts {
        problems.extend(oauth::lacking(endpoint, has_revocations, signs));
    }
}

/// The metadata that are served, if any are.
pub(super) fn metadata(
    given: Vec<(AuthorizationServer, &'static Location<'static>)>,
    drafts: &[Draft],
    schemes: &Schemes,
    refresh: Option<&Arc<Families>>,
    problems: &mut Vec<Problem>,
) -> Option<Bytes> {
    let signer = match refresh {
        // Why that is is told elsewhere.
        None => Signer::Unknown,
        Some(families) => families.named_issuer().map_or(Signer::Unnamed, Signer::Named),
    };
    let post = || drafts.iter().filter(|draft| draft.verb == Verb::Post);
    let schemes_at = |path: &str| {
        let draft = post().find(|draft| draft.path == path)?;
        if matches!(draft.access, Access::Anonymous) {
            return Some(Vec::new());
        }
        let schemes = schemes.of(draft.endpoint);
        Some(schemes.iter().map(|scheme| scheme.challenge.scheme().to_owned()).collect())
    };
    let publishing = Publishing {
        tokens: path_of(&REFRESH_ENDPOINT, drafts).map(|path| (signer, path)),
        keys: path_of(&KEY_SET_ENDPOINT, drafts),
        schemes_at: &schemes_at,
        hint: &|path| hint(path, post().map(|draft| &*draft.path)),
    };
    AuthorizationServer::prepare(given, &publishing, problems)
}

/// Where an endpoint of this crate is served.
fn path_of<'a>(endpoint: &'static Endpoint, drafts: &'a [Draft]) -> Option<&'a str> {
    let draft = drafts.iter().find(|draft| ptr::eq(draft.endpoint, endpoint))?;
    Some(&draft.path)
}
