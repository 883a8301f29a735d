//! JWK Sets: in, as a configuration, and out, at an endpoint.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

use std::time::Duration;

use actix_web::App;
use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE};
use actix_web::http::{Method, StatusCode};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Algorithm, JwtBearer, Key, Portcullis, Principal, endpoint};
use serde_json::{Value, json};

const SECRET: &[u8] = b"forty bytes that only the servers know!!";

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}

macro_rules! key {
    ($file:literal) => {
        include_str!(concat!("../keys/", $file))
    };
}

fn told(scheme: JwtBearer) -> JwtBearer {
    scheme.issuer("https://issuer.example").audience("api")
}

fn member(file: &str, id: &str, algorithm: &str) -> Value {
    let mut key = serde_json::from_str::<Value>(file).unwrap();
    key["kid"] = id.into();
    key["alg"] = algorithm.into();
    key
}

fn rsa() -> Value {
    member(key!("rsa2048.jwk"), "rsa", "RS256")
}

fn es() -> Value {
    member(key!("p256.jwk"), "es", "ES256")
}

fn set(members: &[Value]) -> String {
    json!({ "keys": members }).to_string()
}

#[track_caller]
fn refused(json: &str, why: &str) {
    let builder = Portcullis::builder().scheme("jwt", told(JwtBearer::jwks(json)));
    let told = builder.build().unwrap_err().to_string();
    assert!(told.contains(why), "{why} is not in: {told}");
}

/// A server with these keys, and a token of each of their owners.
async fn accepts(json: &str, signer: Key) -> bool {
    let verifier = Portcullis::builder().scheme("jwt", told(JwtBearer::jwks(json)));
    let signer = Portcullis::builder().scheme("jwt", told(JwtBearer::new(signer)));
    let (verifier, signer) = (verifier.build().unwrap(), signer.build().unwrap());
    let token = signer.tokens().subject("ada").expires_in(Duration::from_secs(60)).sign().unwrap();
    let app = init_service(App::new().configure(verifier.mount())).await;
    let request = TestRequest::get().uri("/me");
    let request = request.insert_header((AUTHORIZATION, format!("Bearer {token}")));
    call_service(&app, request.to_request()).await.status() == StatusCode::OK
}

#[actix_web::test]
async fn every_key_of_a_set_verifies() {
    let set = set(&[rsa(), es()]);
    assert!(accepts(&set, Key::pem(Algorithm::Rs256, key!("rsa2048.pem")).id("rsa")).await);
    assert!(accepts(&set, Key::pem(Algorithm::Es256, key!("p256.pem")).id("es")).await);
    // The other's id, another key, another algorithm.
    assert!(!accepts(&set, Key::pem(Algorithm::Es256, key!("p256.pem")).id("rsa")).await);
    assert!(!accepts(&set, Key::pem(Algorithm::Es256, key!("other_p256.pem")).id("es")).await);
    assert!(!accepts(&set, Key::pem(Algorithm::Rs512, key!("rsa2048.pem")).id("rsa")).await);
}

/// RFC 7517 §5
#[actix_web::test]
async fn members_for_something_else_are_passed_over() {
    let with = |name: &str, value: Value| {
        let mut key = rsa();
        key["kid"] = "other".into();
        key[name] = value;
        key
    };
    for other in [
        with("use", json!("enc")),
        with("alg", json!("RSA-OAEP")),
        with("kty", json!("PQC")),
        with("key_ops", json!(["encrypt"])),
        json!({ "kty": "EC", "crv": "secp256k1", "x": "AA", "y": "AA" }),
        json!({ "kty": "OKP", "crv": "X25519", "x": "AA" }),
    ] {
        let set = set(&[other.clone(), es()]);
        let signer = || Key::pem(Algorithm::Es256, key!("p256.pem")).id("es");
        assert!(accepts(&set, signer()).await, "{other}");
        refused(&json!({ "keys": [other] }).to_string(), "the set has no key for signatures");
    }
}

#[test]
fn faults_are_told_with_the_member() {
    let mut weak = member(key!("rsa2048.jwk"), "weak", "RS256");
    weak["n"] = "u3tz".into();
    refused(&set(&[es(), weak]), "member 2 of the set: the RSA key has only");
    let mut nameless = rsa();
    nameless.as_object_mut().unwrap().remove("alg");
    refused(&set(&[nameless]), "member 1 of the set: the JWK names no algorithm");
    let mut private = es();
    private["d"] = "AAAA".into();
    refused(&set(&[private]), "member 1 of the set: the JWK is a private key");
    refused(&set(&[json!(7)]), "member 1 of the set: it is no object");
    refused(&set(&[es(), member(key!("rsa2048.jwk"), "es", "RS256")]), "has the id `es` too");
    let mut anonymous = rsa();
    anonymous.as_object_mut().unwrap().remove("kid");
    refused(&set(&[es(), anonymous]), "several keys need an id each");
}

#[test]
fn what_is_no_set() {
    for text in ["", "[]", "{", r#"{"keys":[],"keys":[]}"#] {
        refused(text, "the JWK Set is no JSON object with unique names");
    }
    for text in ["{}", r#"{"keys":{}}"#, r#"{"keys":null}"#] {
        refused(text, "the JWK Set has no array `keys`");
    }
    refused(&set(&[]), "the set has no key for signatures");
    let scheme = told(JwtBearer::jwks(set(&[es()]))).key_id("a");
    let told = Portcullis::builder().scheme("jwt", scheme).build().unwrap_err().to_string();
    assert!(told.contains("the keys of a set have ids of their own"), "{told}");
}

/// Who may read the public ones could sign with the secret.
#[test]
fn a_shared_secret_beside_public_keys() {
    let secret = json!({ "kty": "oct", "kid": "hs", "alg": "HS256",
        "k": "Zm9ydHkgYnl0ZXMgdGhhdCBvbmx5IHRoZSBzZXJ2ZXJzIGtub3chIQ" });
    refused(&set(&[es(), secret.clone()]), "a shared secret beside public keys");
    let alone = Portcullis::builder().scheme("jwt", JwtBearer::jwks(set(&[secret])));
    assert!(alone.build().unwrap().public_keys().is_empty());
}

#[test]
fn who_may_have_the_keys_must_be_told() {
    let builder = Portcullis::builder().scheme("jwt", JwtBearer::jwks(set(&[es()])));
    let told = builder.build().unwrap_err().to_string();
    assert!(told.contains("`.issuer(") && told.contains("`.audience("), "{told}");
}

#[actix_web::test]
async fn everyone_may_read_the_public_keys() {
    let own = told(JwtBearer::new(Key::pem(Algorithm::Es256, key!("p256.pem"))));
    let builder = Portcullis::builder().scheme("jwt", own).key_set_endpoint();
    let portcullis = builder.scheme("secret", JwtBearer::hs256(SECRET)).build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let ask = |method| TestRequest::with_uri("/.well-known/jwks.json").method(method).to_request();
    let response = call_service(&app, ask(Method::GET)).await;
    assert_eq!(response.status(), StatusCode::OK);
    let header = |name| response.headers().get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header(CONTENT_TYPE), "application/jwk-set+json");
    assert_eq!(header(CACHE_CONTROL), "public, max-age=300");
    let served = serde_json::from_slice::<Value>(&read_body(response).await).unwrap();
    assert_eq!(served, json!(portcullis.public_keys()));
    // The thumbprint of the key (RFC 7638), and nothing private.
    let mut expected = serde_json::from_str::<Value>(key!("p256.jwk")).unwrap();
    for (name, value) in [("alg", "ES256"), ("use", "sig")] {
        expected[name] = value.into();
    }
    expected["kid"] = served["keys"][0]["kid"].clone();
    assert_eq!(expected["kid"].as_str().unwrap().len(), 43);
    assert_eq!(served["keys"], json!([expected]));

    assert_eq!(call_service(&app, ask(Method::HEAD)).await.status(), StatusCode::OK);
    let posted = call_service(&app, ask(Method::POST)).await;
    assert_eq!(posted.status(), StatusCode::METHOD_NOT_ALLOWED);
    let listed = portcullis.routes().any(|route| route.path() == "/.well-known/jwks.json");
    assert!(listed, "it is not in the table");
}

#[actix_web::test]
async fn the_endpoint_can_be_elsewhere_or_not_at_all() {
    let own = || told(JwtBearer::new(Key::pem(Algorithm::Es256, key!("p256.pem"))));
    let elsewhere = Portcullis::builder().scheme("jwt", own()).key_set_endpoint_at("/keys");
    let nowhere = Portcullis::builder().scheme("jwt", own());
    for (builder, path, status) in [
        (elsewhere, "/keys", StatusCode::OK),
        (nowhere, "/.well-known/jwks.json", StatusCode::NOT_FOUND),
    ] {
        let portcullis = builder.build().unwrap();
        let app = init_service(App::new().configure(portcullis.mount())).await;
        let request = TestRequest::get().uri(path).to_request();
        assert_eq!(call_service(&app, request).await.status(), status, "{path}");
    }
}

#[test]
fn an_endpoint_with_nothing_to_serve() {
    let builder = Portcullis::builder().scheme("jwt", JwtBearer::hs256(SECRET));
    let told = builder.key_set_endpoint().build().unwrap_err().to_string();
    assert!(told.contains("key_sets.rs:"), "{told}");
    assert!(told.contains("`.key_set_endpoint` has nothing to serve"), "{told}");
}

/// What one server publishes, another takes as it is.
#[actix_web::test]
async fn what_is_published_is_taken_as_it_is() {
    let own = || Key::pem(Algorithm::Es256, key!("p256.pem"));
    let publisher = Portcullis::builder().scheme("jwt", told(JwtBearer::new(own())));
    let published = json!(publisher.build().unwrap().public_keys()).to_string();
    assert!(accepts(&published, own()).await);
}
