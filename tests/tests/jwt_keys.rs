//! Keys of every kind: which verify what, and which are refused at start-up.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Algorithm, JwtBearer, Key, Portcullis, endpoint};
use std::time::Duration;

#[endpoint(get = "/me")]
async fn me() -> &'static str {
    "known"
}

macro_rules! key {
    ($file:literal) => {
        include_str!(concat!("../keys/", $file))
    };
}

const RSA: [Algorithm; 6] = [
    Algorithm::Rs256,
    Algorithm::Rs384,
    Algorithm::Rs512,
    Algorithm::Ps256,
    Algorithm::Ps384,
    Algorithm::Ps512,
];

/// The private and the public part for each asymmetric algorithm.
fn pairs() -> Vec<(Algorithm, &'static str, &'static str)> {
    let rsa = RSA.map(|algorithm| (algorithm, key!("rsa2048.pem"), key!("rsa2048.pub.pem")));
    let others = [
        (Algorithm::Es256, key!("p256.pem"), key!("p256.pub.pem")),
        (Algorithm::Es384, key!("p384.pem"), key!("p384.pub.pem")),
        (Algorithm::EdDsa, key!("ed25519.pem"), key!("ed25519.pub.pem")),
    ];
    rsa.into_iter().chain(others).collect()
}

fn scheme(key: Key) -> JwtBearer {
    JwtBearer::new(key).issuer("https://issuer.example").audience("api")
}

#[expect(clippy::unwrap_used, reason = "a set-up of a test")]
fn portcullis(scheme: JwtBearer) -> Portcullis {
    // Signing never needs the scheme to be sound for other tests.
    Portcullis::builder().scheme("jwt", scheme).build().unwrap()
}

#[expect(clippy::unwrap_used, reason = "a set-up of a test")]
fn token(scheme: JwtBearer) -> String {
    let tokens = portcullis(scheme).tokens();
    tokens.subject("ada").expires_in(Duration::from_secs(60)).sign().unwrap()
}

async fn status(scheme: JwtBearer, token: &str) -> u16 {
    let app = init_service(App::new().configure(portcullis(scheme).mount())).await;
    let request = TestRequest::with_uri("/me");
    let request = request.insert_header(("authorization", format!("Bearer {token}")));
    call_service(&app, request.to_request()).await.status().as_u16()
}

/// The DER inside a PEM.
#[expect(clippy::unwrap_used, reason = "a set-up of a test")]
fn der(pem: &str) -> Vec<u8> {
    use base64::Engine;
    let body = pem.lines().filter(|line| !line.starts_with("-----")).collect::<String>();
    base64::engine::general_purpose::STANDARD.decode(body).unwrap()
}

#[actix_web::test]
async fn every_algorithm_signs_and_verifies_from_pem_and_der() {
    for (algorithm, private, public) in pairs() {
        let signed = token(scheme(Key::pem(algorithm, private)));
        for key in [
            Key::pem(algorithm, private),
            Key::pem(algorithm, public),
            Key::der(algorithm, der(private)),
            Key::der(algorithm, der(public)),
        ] {
            assert_eq!(status(scheme(key), &signed).await, 200, "{algorithm:?}");
        }
        let mut forged = signed.clone().into_bytes();
        let at = signed.rfind('.').unwrap() + 10;
        forged[at] = if forged[at] == b'A' { b'B' } else { b'A' };
        let forged = String::from_utf8(forged).unwrap();
        assert_eq!(status(scheme(Key::pem(algorithm, public)), &forged).await, 401);
    }
}

#[actix_web::test]
async fn shared_secrets_of_every_length() {
    let lengths = [(Algorithm::Hs256, 32), (Algorithm::Hs384, 48), (Algorithm::Hs512, 64)];
    for (algorithm, least) in lengths {
        let key = || Key::secret(algorithm, vec![b'k'; least]);
        let signed = token(JwtBearer::new(key()));
        assert_eq!(status(JwtBearer::new(key()), &signed).await, 200);
        let other = Key::secret(algorithm, vec![b'o'; least]);
        assert_eq!(status(JwtBearer::new(other), &signed).await, 401);
        let short = refused(JwtBearer::new(Key::secret(algorithm, vec![b'k'; least - 1])));
        assert!(
            short.contains(&format!("has only {} bytes; it needs at least {least}", least - 1))
        );
    }
}

#[actix_web::test]
async fn json_web_keys_verify() {
    let rows = [
        (Algorithm::Rs256, key!("rsa2048.pem"), key!("rsa2048.jwk")),
        (Algorithm::Es256, key!("p256.pem"), key!("p256.jwk")),
        (Algorithm::Es384, key!("p384.pem"), key!("p384.jwk")),
        (Algorithm::EdDsa, key!("ed25519.pem"), key!("ed25519.jwk")),
    ];
    for (algorithm, private, jwk) in rows {
        let signed = token(scheme(Key::pem(algorithm, private)));
        assert_eq!(status(scheme(Key::jwk(jwk)), &signed).await, 200, "{algorithm:?}");
    }
}

#[actix_web::test]
async fn a_token_of_another_algorithm_or_key_is_refused() {
    let all = pairs();
    for (signer, private, _) in &all {
        let signed = token(scheme(Key::pem(*signer, private)));
        for (verifier, _, public) in &all {
            let expected = if signer == verifier { 200 } else { 401 };
            let verifying = scheme(Key::pem(*verifier, public));
            assert_eq!(status(verifying, &signed).await, expected, "{signer:?} {verifier:?}");
        }
    }
    let signed = token(scheme(Key::pem(Algorithm::EdDsa, key!("other_ed25519.pem"))));
    let verifying = scheme(Key::pem(Algorithm::EdDsa, key!("ed25519.pub.pem")));
    assert_eq!(status(verifying, &signed).await, 401);
}

/// RFC 8725 §2.1: the public key taken for a shared secret.
#[actix_web::test]
async fn a_public_key_is_no_shared_secret() {
    for (algorithm, _, public) in pairs() {
        let encoding = jsonwebtoken::EncodingKey::from_secret(public.as_bytes());
        let claims = serde_json::json!({
            "iss": "https://issuer.example", "aud": "api", "sub": "eve", "exp": 4_000_000_000_u64,
        });
        portcullis_tests::choose_cryptography();
        let signed = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &claims, &encoding);
        let verifying = scheme(Key::pem(algorithm, public));
        assert_eq!(status(verifying, &signed.unwrap()).await, 401, "{algorithm:?}");
    }
}

#[test]
fn a_shared_secret_that_may_only_verify_does_not_sign() {
    let oct = |operations: &str| {
        let secret = "a2V5IG9mIGF0IGxlYXN0IHRoaXJ0eS10d28gYnl0ZXMhIQ";
        Key::jwk(format!(r#"{{"kty":"oct","alg":"HS256","k":"{secret}","key_ops":{operations}}}"#))
    };
    let sign = |key| {
        let tokens = portcullis(JwtBearer::new(key)).tokens();
        tokens.subject("ada").expires_in(Duration::from_secs(60)).sign()
    };
    assert!(sign(oct(r#"["verify","sign"]"#)).is_ok());
    assert!(sign(oct(r#"["verify"]"#)).is_err());
}

#[actix_web::test]
async fn keys_are_replaced_with_an_overlap() {
    let old = || Key::pem(Algorithm::Es256, key!("p256.pem")).id("2026-10");
    let new = || Key::pem(Algorithm::EdDsa, key!("ed25519.pem")).id("2026-11");
    let signed = [token(scheme(old())), token(scheme(new()))];
    let steps = [
        (scheme(old()), [200, 401]),
        (scheme(old()).key(new()), [200, 200]),
        (scheme(new()).key(old()), [200, 200]),
        (scheme(new()), [401, 200]),
    ];
    for (step, expected) in steps {
        for (token, expected) in signed.iter().zip(expected) {
            assert_eq!(status(step.clone(), token).await, expected);
        }
    }
    // Signed with the first key that can; the id of a key selects no other key.
    assert!(token(scheme(new()).key(old())).starts_with(&signed[1][..60]));
    let swapped = scheme(Key::pem(Algorithm::EdDsa, key!("ed25519.pem")).id("2026-10"))
        .key(Key::pem(Algorithm::Es256, key!("p256.pem")).id("2026-11"));
    assert_eq!(status(swapped.clone(), &signed[0]).await, 401);
    assert_eq!(status(swapped, &signed[1]).await, 401);
}

/// What start-up says of a scheme.
fn refused(scheme: JwtBearer) -> String {
    let built = Portcullis::builder().scheme("jwt", scheme).build();
    built.err().map(|problems| problems.to_string()).unwrap_or_default()
}

#[test]
fn weak_and_odd_keys_are_refused_at_start_up() {
    let (rsa, ec) = (Algorithm::Rs256, Algorithm::Es256);
    let jwk = |members: &str| Key::jwk(format!("{{{members}}}"));
    let point = r#""kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA""#;
    let rows = [
        (Key::pem(rsa, key!("rsa1024.pem")), "at least 2048"),
        (Key::pem(rsa, key!("rsa1024.pub.pem")), "at least 2048"),
        (Key::pem(rsa, key!("p256.pem")), "cannot be read as a key for RS256"),
        (Key::pem(ec, key!("rsa2048.pub.pem")), "cannot be read as a key for ES256"),
        (Key::pem(ec, key!("p384.pem")), "cannot be read as a key for ES256"),
        (Key::pem(ec, key!("p384.pub.pem")), "ES256 takes a key on P-256; this one is on P-384"),
        (Key::pem(ec, key!("p521.pub.pem")), "this one is on P-521"),
        (Key::pem(Algorithm::EdDsa, key!("p256.pem")), "cannot be read as a key for EdDSA"),
        (Key::pem(rsa, ""), "the PEM has not exactly one block"),
        (Key::pem(rsa, "nonsense"), "the PEM has not exactly one block"),
        (Key::pem(rsa, [key!("rsa2048.pem"), key!("p256.pem")].concat()), "not exactly one block"),
        (Key::pem(Algorithm::Hs256, key!("rsa2048.pem")), "HS256 takes a shared secret"),
        (Key::secret(rsa, "a secret of at least thirty-two bytes"), "RS256 takes no shared secret"),
        (Key::der(rsa, b"nonsense"), "cannot be read as a key for RS256"),
        (
            Key::secret(Algorithm::Hs256, key!("p256.pub.pem")),
            "the shared secret is a PEM or SSH key",
        ),
        (Key::jwk("[]"), "the JWK is no JSON object"),
        (Key::jwk(r#"{"kty":"oct","kty":"oct"}"#), "the JWK is no JSON object with unique names"),
        (jwk(r#""keys":[]"#), "this is a set of keys"),
        (jwk(r#""kty":"oct","alg":"HS256","k":"""#), "the HS256 key is empty"),
        (jwk(r#""kty":"oct","alg":"HS256","k":"c2hvcnQ""#), "the HS256 key has only 5 bytes"),
        (jwk(r#""kty":"oct","k":"c2hvcnQ""#), "the JWK names no algorithm"),
        (jwk(r#""kty":"RSA","n":"AQAB","e":"AQAB""#), "the JWK names no algorithm"),
        (jwk(r#""kty":"RSA","alg":"RS256","n":"AQAB","e":"AQAB""#), "the RSA key has only 17 bits"),
        (jwk(r#""kty":"RSA","alg":"none","n":"AQAB","e":"AQAB""#), "`alg` is \"none\""),
        (jwk(r#""kty":"RSA","alg":"ES256","n":"AQAB","e":"AQAB""#), "ES256 takes no RSA key"),
        (jwk(point), "the key is no point on P-256"),
        (jwk(&format!(r#"{point},"alg":"ES384""#)), "ES384 takes a key on P-384"),
        (jwk(&format!(r#"{point},"use":"enc""#)), "the JWK's `use` is not `sig`"),
        (jwk(&format!(r#"{point},"key_ops":["sign"]"#)), "`key_ops` does not have `verify`"),
        (jwk(&format!(r#"{point},"d":"AAAA""#)), "the JWK is a private key"),
        (jwk(r#""kty":"OKP","crv":"Ed25519","x":"AAAA""#), "the key has not 32 bytes"),
        (jwk(r#""kty":"OKP","crv":"Ed448","alg":"EdDSA","x":"AAAA""#), "`crv` is \"Ed448\""),
        (jwk(r#""kty":"OKP","crv":"Ed25519","x":"!""#), "`x` is not base64url"),
    ];
    for (key, expected) in rows {
        let told = refused(scheme(key));
        assert!(told.contains(expected), "{expected} is not in: {told}");
    }
}

#[test]
fn keys_that_do_not_go_together_are_refused_at_start_up() {
    let es = || Key::pem(Algorithm::Es256, key!("p256.pem"));
    let ed = || Key::pem(Algorithm::EdDsa, key!("ed25519.pub.pem"));
    let rows = [
        (scheme(es()).key(ed()), "several keys need an id each"),
        (scheme(es().id("a")).key(ed().id("a")), "another key has the id `a` too"),
        (scheme(es().id(" ")), "the key's id is empty"),
        (JwtBearer::new(es()).audience("api"), "say whose tokens are accepted with `.issuer"),
        (JwtBearer::new(es()).issuer("x"), "say who this server is with `.audience"),
    ];
    for (scheme, expected) in rows {
        let told = refused(scheme);
        assert!(told.contains(expected), "{expected} is not in: {told}");
    }
    let any = JwtBearer::new(es()).dangerous().accept_any_issuer();
    assert_eq!(refused(any.dangerous().accept_any_audience()), "");
}
