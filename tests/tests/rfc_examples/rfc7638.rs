//! JWK thumbprint: the id of a public key that was given none.

use portcullis::{Key, Portcullis};
use serde_json::{Value, json};

use crate::{jwk, scheme};

/// The id under which a key is published.
pub(crate) fn published_id(key: Key) -> Value {
    let portcullis = Portcullis::builder().scheme("jwt", scheme(key)).build().unwrap();
    json!(portcullis.public_keys())["keys"][0]["kid"].clone()
}

/// §3.1, without its `kid`
const KEY: &str = r#"{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB"}"#;

#[test]
fn section_3_1() {
    let id = published_id(jwk(KEY, "RS256"));
    assert_eq!(id, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    assert_eq!(published_id(jwk(KEY, "RS256").id("2011-04-29")), "2011-04-29");
}

/// §3.2: of the members that are required, so that the algorithm does not matter, nor do zeros
/// before a number, which must not be there (RFC 7518 §6.3.1.1).
#[test]
fn it_is_of_the_required_members_alone() {
    let id = published_id(jwk(KEY, "PS512"));
    assert_eq!(id, "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    let zero = KEY.replace(r#""AQAB""#, r#""AAEAAQ""#);
    assert_eq!(published_id(jwk(&zero, "RS256")), id);
}
