//! With and without memory, the same answers.

use portcullis::{JwtBearer, TokenCache};
use serde_json::json;

use crate::server::{Hands, NOW, SECRET, ask, portcullis, serve, signed, token};

/// Sound tokens, and such as differ from them in one thing.
fn catalogue() -> Vec<String> {
    let sound = token(json!({ "roles": ["Admin"], "iss": "https://issuer.example" }));
    let other = token(json!({ "sub": "bob", "permissions": ["a", "b"] }));
    let mut tokens = vec![
        sound.clone(),
        other.clone(),
        token(json!({ "exp": NOW - 60 })),
        token(json!({ "nbf": NOW + 60 })),
        token(json!({ "aud": "somebody else" })),
        token(json!({ "sub": null })),
        token(json!({ "roles": 7 })),
        signed(b"a key that this server has never seen...", r#"{"alg":"HS256"}"#, "{}"),
        signed(SECRET, r#"{"alg":"none"}"#, r#"{"sub":"alice","exp":1900000000}"#),
        format!("{sound}="),
        format!("{sound} "),
        format!("{sound}.{sound}"),
        format!(" {sound}"),
        "..".to_owned(),
        String::new(),
    ];
    let parts = |token: &str| token.split('.').map(str::to_owned).collect::<Vec<_>>();
    let (one, two) = (parts(&sound), parts(&other));
    // The signature, and so the place in the cache, of a token that is remembered.
    tokens.push(format!("{}.{}.{}", two[0], two[1], one[2]));
    tokens.push(format!("{}.{}.{}", one[0], one[1], two[2]));
    for at in 0..sound.len() {
        let mut bytes = sound.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        tokens.push(String::from_utf8(bytes).unwrap());
        tokens.push(sound[..at].to_owned());
    }
    tokens
}

#[actix_web::test]
async fn every_token_is_answered_as_if_none_were_remembered() {
    let clock = Hands::at(NOW);
    let scheme = |cache| JwtBearer::hs256(SECRET).token_cache(cache);
    let with = serve(&portcullis(scheme(TokenCache::default()), &clock)).await;
    let without = serve(&portcullis(scheme(TokenCache::off()), &clock)).await;
    let tokens = catalogue();
    let mut entered = 0;
    for round in 0..3 {
        for token in &tokens {
            for path in ["/me", "/admin"] {
                let (one, other) =
                    (ask(&with, path, token).await, ask(&without, path, token).await);
                assert_eq!(one, other, "{path}, round {round}: {token}");
                entered += usize::from(one.status == 200);
            }
        }
    }
    assert!(entered >= 9 && entered < tokens.len(), "{entered} entered");
}
