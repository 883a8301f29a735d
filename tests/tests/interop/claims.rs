//! The shapes that the registered claims may have, each from the other libraries to us and back.

use portcullis::Algorithm;
use serde_json::{Value, json};

use crate::keys::{Pair, shared};
use crate::peer::{Peer, peers};
use crate::server::{AUDIENCE, Server, now, scheme, sound_claims};

/// Everyone, with one key.
struct Everyone {
    server: Server,
    libraries: [Peer; 2],
    key: Pair,
}

impl Everyone {
    fn new() -> Self {
        let key = shared(Algorithm::Hs256);
        let server = Server::verifying(scheme(key.verifying.clone()));
        Self { server, libraries: peers(), key }
    }

    /// Signed with these claims by each library, the token is let in, and accepted by both.
    /// Returns what the handler says of its caller.
    #[track_caller]
    fn caller(&mut self, changes: Value) -> Value {
        let mut claims = sound_claims();
        claims.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
        let Self { server, libraries, key } = self;
        let tokens =
            libraries.each_mut().map(|signer| signer.sign(&key.private, &json!({}), &claims));
        let [one, other] = tokens.map(|token| {
            for verifier in &mut *libraries {
                assert_eq!(verifier.accepts(&key.public, &token).1, claims, "{}", verifier.name);
            }
            server.lets_in(&token)
        });
        assert_eq!((&one, &one["claims"]), (&other, &claims));
        one
    }
}

#[test]
fn roles_are_a_string_or_an_array() {
    let mut everyone = Everyone::new();
    assert_eq!(everyone.caller(json!({"roles": "Admin"}))["roles"], json!(["Admin"]));
    assert_eq!(
        everyone.caller(json!({"roles": ["Admin", "Wärter"]}))["roles"],
        json!(["Admin", "Wärter"])
    );
    let both = everyone.caller(json!({"role": "Clerk", "roles": ["Admin"]}));
    assert_eq!(both["roles"], json!(["Admin", "Clerk"]));
}

#[test]
fn permissions_are_a_string_or_an_array() {
    let mut everyone = Everyone::new();
    assert_eq!(everyone.caller(json!({"permissions": "a b"}))["permissions"], json!(["a b"]));
    assert_eq!(
        everyone.caller(json!({"permissions": ["a", "b"]}))["permissions"],
        json!(["a", "b"])
    );
}

/// RFC 8693 §4.2, and what Entra and Okta write.
#[test]
fn scopes_are_a_string_with_blanks_or_an_array() {
    let mut everyone = Everyone::new();
    assert_eq!(everyone.caller(json!({"scope": "read write"}))["scopes"], json!(["read", "write"]));
    assert_eq!(everyone.caller(json!({"scp": "read write"}))["scopes"], json!(["read", "write"]));
    assert_eq!(
        everyone.caller(json!({"scp": ["read", "write"]}))["scopes"],
        json!(["read", "write"])
    );
}

/// RFC 7519 §4.1.3
#[test]
fn the_audience_is_a_string_or_an_array() {
    let mut everyone = Everyone::new();
    everyone.caller(json!({"aud": AUDIENCE}));
    everyone.caller(json!({"aud": [AUDIENCE]}));
    everyone.caller(json!({"aud": ["web", AUDIENCE, "https://other.example"]}));
}

/// RFC 7519 §2, `NumericDate`
#[test]
fn times_are_whole_seconds_or_have_a_fraction() {
    let mut everyone = Everyone::new();
    let now = now();
    everyone.caller(json!({"exp": now + 600, "nbf": now, "iat": now}));
    let seconds = |seconds: f64| seconds + f64::from(u32::try_from(now).unwrap());
    everyone.caller(json!({"exp": seconds(600.5), "nbf": seconds(-1.25), "iat": seconds(-0.75)}));
    everyone.caller(json!({"exp": 4_102_444_800_u64, "nbf": 0, "iat": -0.5}));
}

#[test]
fn claims_of_the_application_are_whatever_json_is() {
    let mut everyone = Everyone::new();
    let told = everyone.caller(json!({
        "AdminID": "007",
        "admin": true,
        "nothing": null,
        "level": 9_007_199_254_740_991_u64,
        "depth": -0.125,
        "nested": {"": [[], {}, "ä\u{0}\"\\\u{1F511}"], "sub": "eve", "exp": 0},
        "https://claims.example/dept": ["eng", "ops"],
    }));
    assert_eq!(told["id"], "ada");
}
