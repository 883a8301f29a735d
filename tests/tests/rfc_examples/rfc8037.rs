//! Ed25519 in JOSE, appendix A.

use portcullis::Key;

use crate::rfc7638::published_id;
use crate::{NO_CLAIMS, holds, problems};

/// A.2
const PUBLIC: &str =
    r#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

/// Private keys are read from PEM alone.
#[test]
fn a_1_private_key() {
    let private = PUBLIC.replace('}', r#","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"}"#);
    assert!(problems(Key::jwk(private)).contains("the JWK is a private key"));
}

#[test]
fn a_3_thumbprint() {
    assert_eq!(published_id(Key::jwk(PUBLIC)), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
}

#[test]
fn a_4_and_5_signature() {
    let token = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.\
                 hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    holds(&Key::jwk(PUBLIC), token, NO_CLAIMS);
}
