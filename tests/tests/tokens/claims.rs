//! What stands in the claims (RFC 9068 §2.2).

use std::collections::HashSet;

use portcullis::JwtBearer;
use serde_json::{Value, json};

use crate::read::{claims, names};
use crate::set_up::{ISSUER, NOW, SECRET, jwt, lets_in, server, set_up, sound};

#[test]
fn issuer_and_audience_are_the_schemes_own() {
    let token = sound(&server()).sign().unwrap();
    let mut claims = claims(&token);
    assert!(claims.remove("jti").is_some_and(|id| id.is_string()));
    let expected = json!({
        "iss": ISSUER,
        "aud": "api",
        "sub": "alice",
        "iat": NOW,
        "nbf": NOW,
        "exp": NOW + 60,
    });
    assert_eq!(Value::from(claims), expected);
}

#[test]
fn without_an_issuer_or_an_audience_the_claim_is_absent() {
    let portcullis = set_up(JwtBearer::hs256(SECRET)).build().unwrap();
    let token = sound(&portcullis).sign().unwrap();
    assert_eq!(names(&claims(&token)), ["exp", "iat", "jti", "nbf", "sub"]);
}

#[test]
fn of_several_audiences_the_first_is_written() {
    let portcullis = set_up(jwt().audience("web")).build().unwrap();
    let token = sound(&portcullis).sign().unwrap();
    assert_eq!(claims(&token).get("aud"), Some(&json!("api")));
    lets_in(&portcullis, &token);
}

#[test]
fn the_issuer_is_written_also_where_any_is_accepted() {
    let portcullis = set_up(jwt().dangerous().accept_any_issuer()).build().unwrap();
    let token = sound(&portcullis).sign().unwrap();
    assert_eq!(claims(&token).get("iss"), Some(&json!(ISSUER)));
}

/// RFC 7519 §4.1.7
#[test]
fn jti_is_128_bits_that_no_other_token_has() {
    let portcullis = server();
    let id = |_| {
        let token = sound(&portcullis).sign().unwrap();
        claims(&token).get("jti").and_then(Value::as_str).unwrap().to_owned()
    };
    let ids = (0..1_000).map(id).collect::<HashSet<_>>();
    assert_eq!(ids.len(), 1_000);
    assert!(ids.iter().all(|id| id.len() == 22), "16 bytes in base64url");
}

#[test]
fn a_token_that_is_cloned_and_signed_again_has_another_jti() {
    let token = sound(&server());
    let (one, other) = (token.clone().sign().unwrap(), token.sign().unwrap());
    assert_ne!(claims(&one).get("jti"), claims(&other).get("jti"));
}

#[test]
fn roles_permissions_and_scopes_have_claims_of_their_own() {
    let portcullis = server();
    let token = sound(&portcullis)
        .roles(["Admin"])
        .roles(["Manager"])
        .permissions(["docs:read", "docs:write"])
        .scopes(["read"])
        .scopes(["write"])
        .sign()
        .unwrap();
    let claims = claims(&token);
    assert_eq!(claims.get("roles"), Some(&json!(["Admin", "Manager"])));
    assert_eq!(claims.get("permissions"), Some(&json!(["docs:read", "docs:write"])));
    // RFC 9068 §2.2.3, RFC 8693 §4.2
    assert_eq!(claims.get("scope"), Some(&json!("read write")));
    assert_eq!(
        lets_in(&portcullis, &token),
        "alice by https://issuer.example; roles Admin,Manager; \
         permissions docs:read,docs:write; scopes read,write"
    );
}

#[test]
fn a_list_that_is_empty_is_not_written() {
    let none = [""; 0];
    let token = sound(&server()).roles(none).permissions(none).scopes(none).sign().unwrap();
    assert_eq!(names(&claims(&token)), ["aud", "exp", "iat", "iss", "jti", "nbf", "sub"]);
}

#[test]
fn the_configured_claims_are_written() {
    let scheme = jwt()
        .subject_claim("UserID")
        .role_claims(["groups"])
        .permission_claims(["perms"])
        .scope_claims(["granted"]);
    let portcullis = set_up(scheme).build().unwrap();
    let token = sound(&portcullis).roles(["Admin"]).permissions(["p"]).scopes(["s", "t"]);
    let token = token.sign().unwrap();
    let claims = claims(&token);
    assert_eq!(claims.get("UserID"), Some(&json!("alice")));
    assert_eq!(claims.get("groups"), Some(&json!(["Admin"])));
    assert_eq!(claims.get("perms"), Some(&json!(["p"])));
    assert_eq!(claims.get("granted"), Some(&json!("s t")));
    assert_eq!(claims.get("sub"), None);
    let said = lets_in(&portcullis, &token);
    assert!(said.ends_with("; roles Admin; permissions p; scopes s,t"), "{said}");
}

#[test]
fn claims_of_the_application_are_written_as_they_are() {
    let nested = json!({"ids": [1, null, {"a": 1.5}], "": "ä\u{0}\""});
    let token = sound(&server())
        .claim("AdminID", "007")
        .claim("level", 18_446_744_073_709_551_615_u64)
        .claim("nested", &nested)
        .claim("nothing", None::<u8>)
        .claim("Sub", true)
        .sign()
        .unwrap();
    let claims = claims(&token);
    assert_eq!(claims.get("AdminID"), Some(&json!("007")));
    assert_eq!(claims.get("level"), Some(&json!(18_446_744_073_709_551_615_u64)));
    assert_eq!(claims.get("nested"), Some(&nested));
    assert_eq!(claims.get("nothing"), Some(&Value::Null));
    assert_eq!((claims.get("sub"), claims.get("Sub")), (Some(&json!("alice")), Some(&json!(true))));
    lets_in(&server(), &token);
}
