//! Two schemes with one secret: a warning where each lets in the other's tokens.
#![expect(clippy::unwrap_used, reason = "ends the test that was wrong")]

use portcullis::{Algorithm, JwtBearer, Key, Portcullis};

const SECRET: &str = "a secret of at most sixty-four bytes, which two schemes share";
const OTHER: &str = "a secret of at most sixty-four bytes, which is another one";

const WARNING: &str = "the schemes `users` and `partners` share a secret, and one accepts tokens \
                       of the other; give each a secret of its own, or an `.issuer` and `.audience`";

fn warnings(users: JwtBearer, partners: JwtBearer) -> Vec<String> {
    let builder = Portcullis::builder().scheme("users", users).scheme("partners", partners);
    let portcullis = builder.default_scheme("users").build().unwrap();
    portcullis.warnings().map(|one| one.message().to_owned()).collect()
}

fn scheme() -> JwtBearer {
    JwtBearer::hs256(SECRET)
}

#[test]
fn one_secret_without_issuer_and_audience_is_a_warning() {
    assert_eq!(warnings(scheme(), scheme()), [WARNING]);
    assert_eq!(warnings(scheme().key_id("a"), scheme().key_id("b")), [WARNING]);
    // HMAC fills a secret up with zeros (RFC 2104 §2).
    assert_eq!(warnings(scheme(), JwtBearer::hs256(format!("{SECRET}\0"))), [WARNING]);
}

#[test]
fn one_secret_among_several_keys_is_a_warning() {
    let old = |secret: &str| Key::secret(Algorithm::Hs256, secret).id("old");
    let new = |secret: &str| Key::secret(Algorithm::Hs256, secret).id("new");
    let users = JwtBearer::new(new(OTHER)).key(old(SECRET));
    assert_eq!(warnings(users, scheme()), [WARNING]);
}

#[test]
fn an_issuer_or_an_audience_tells_two_schemes_apart() {
    let of = |issuer: &str, audience: &str| scheme().issuer(issuer).audience(audience);
    assert_eq!(warnings(of("a", "x"), of("b", "x")), [""; 0]);
    assert_eq!(warnings(of("a", "x"), of("a", "y")), [""; 0]);
    assert_eq!(warnings(of("a", "x"), of("a", "x")), [WARNING]);
    assert_eq!(warnings(scheme().audience("x"), scheme()), [""; 0]);
    assert_eq!(warnings(of("a", "x"), of("a", "x").audience("y")), [WARNING]);
}

/// A scheme that does not look at `iss` accepts those of everybody.
#[test]
fn one_side_that_does_not_look_is_enough() {
    assert_eq!(warnings(scheme().issuer("a"), scheme()), [WARNING]);
    let any = scheme().audience("y").dangerous().accept_any_audience();
    assert_eq!(warnings(scheme().audience("x"), any), [WARNING]);
    let any = scheme().issuer("b").dangerous().accept_any_issuer();
    assert_eq!(warnings(scheme().issuer("a"), any), [WARNING]);
}

#[test]
fn other_secrets_and_other_algorithms_are_no_warning() {
    assert_eq!(warnings(scheme(), JwtBearer::hs256(OTHER)), [""; 0]);
    let hs384 = JwtBearer::new(Key::secret(Algorithm::Hs384, SECRET));
    assert_eq!(warnings(scheme(), hs384), [""; 0]);
}
