//! Whoever has a signature of ECDSA can make another one, which holds as well. It is the same
//! token all the same.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::json;

use super::server::{ISSUER, Server, bearer};

/// The order of P-256, big-endian.
const ORDER: [u8; 32] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6,
    0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
];

/// The same token with `n - s` in the place of `s`.
fn with_the_other_signature(token: &str) -> String {
    let (message, signature) = token.rsplit_once('.').unwrap();
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
    let (r, s) = signature.split_at(32);
    let (mut other, mut borrowed) = (ORDER, false);
    for (digit, less) in other.iter_mut().zip(s).rev() {
        let (one, first) = digit.overflowing_sub(*less);
        let (two, second) = one.overflowing_sub(borrowed.into());
        (*digit, borrowed) = (two, first || second);
    }
    format!("{message}.{}", BASE64_URL_SAFE_NO_PAD.encode([r, &other].concat()))
}

#[actix_web::test]
async fn another_signature_of_a_revoked_token_is_refused_too() {
    portcullis_tests::choose_cryptography();
    let private = include_str!("../../keys/p256.pem");
    let server = Server::new().await;
    let exp = server.clock.seconds() + 60;
    let claims = json!({ "sub": "ada", "jti": "1", "exp": exp, "iss": ISSUER, "aud": "api" });
    let key = EncodingKey::from_ec_pem(private.as_bytes()).unwrap();
    let token = jsonwebtoken::encode(&Header::new(Algorithm::ES256), &claims, &key).unwrap();
    let twin = with_the_other_signature(&token);
    assert_ne!(token, twin);
    let status = async |token: &str| server.get("/signed", &bearer(token)).await.status;
    assert_eq!((status(&token).await, status(&twin).await), (200, 200));
    server.revocations.revoke_token(ISSUER, "1", None).await.unwrap();
    assert_eq!((status(&token).await, status(&twin).await), (401, 401));
}
