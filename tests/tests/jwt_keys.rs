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
fn issuer_and_audience_are_demanded_with_an_asymmetric_key() {
    let es = || Key::pem(Algorithm::Es256, key!("p256.pem"));
    let rows = [
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
