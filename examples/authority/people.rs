//! Who is known at the provider, and its tokens for them.

use std::time::{SystemTimeError, UNIX_EPOCH};

use portcullis::Clock;
use serde_json::{Value, json};

pub(crate) const READER: &str = "ada";
pub(crate) const MANAGER: &str = "grace";

/// The claims of an access token, in the shape that Keycloak gives them: roles of the realm, and
/// roles of the API that the token is for.
pub(crate) fn claims(
    issuer: &str,
    person: &str,
    clock: &dyn Clock,
) -> Result<Value, SystemTimeError> {
    let now = clock.now().duration_since(UNIX_EPOCH)?.as_secs();
    let role = if person == MANAGER { "order-manager" } else { "order-reader" };
    Ok(json!({
        "iss": issuer, "sub": person, "typ": "Bearer", "aud": "orders-api", "azp": "shop",
        "iat": now, "exp": now + 3600, "scope": "openid",
        "realm_access": { "roles": ["offline_access"] },
        "resource_access": { "orders-api": { "roles": [role] } },
    }))
}
