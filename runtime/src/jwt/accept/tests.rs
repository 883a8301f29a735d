//! Several issuers, several keys, and keys that go.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::super::Algorithm;
use super::super::key::{Key, KeyRing, VerifyingKey};
use super::super::read::Registered;
use super::super::trust::Trust;
use super::{Acceptance, Accepted, NOT_SIGNED, NOT_THE_ISSUER, Refusal, encode};

const NO_KEY: Result<(), Refusal> = Err("`kid` selects no configured key");

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000)
}

fn key(secret: u8, id: Option<&str>) -> Key {
    let key = Key::secret(Algorithm::Hs256, [secret; 32]);
    id.into_iter().fold(key, Key::id)
}

fn verifying(secret: u8, id: Option<&str>) -> VerifyingKey {
    key(secret, id).examine().unwrap().verifying
}

fn trust(issuer: Option<&str>, keys: Vec<VerifyingKey>) -> Trust {
    Trust {
        issuer: issuer.map(Into::into),
        any_issuer: issuer.is_none(),
        audiences: Vec::new(),
        any_audience: false,
        ring: Arc::new(KeyRing::new(keys.into_iter().map(Arc::new).collect())),
    }
}

fn acceptance(trusts: Vec<Trust>) -> Acceptance {
    let leeway = Duration::from_secs(30);
    Acceptance { trusts, leeway, max_age: None, max_token_bytes: 8192 }
}

fn signed(secret: u8, header: &str) -> Vec<u8> {
    let message = format!("{}.{}", encode(header.as_bytes()), encode(b"{}"));
    let signing = key(secret, None).examine().unwrap().signing.unwrap();
    format!("{message}.{}", signing.sign(message.as_bytes()).unwrap()).into_bytes()
}

fn judge(of: &Acceptance, token: &[u8], issuer: &str) -> Result<Accepted, Refusal> {
    let claims = Registered {
        issuer: Some(issuer.as_bytes()),
        expires: Some(1_800_000_060.0),
        ..Registered::default()
    };
    of.check(token, now())?.judge(&claims)
}

fn verdict(of: &Acceptance, token: &[u8], issuer: &str) -> Result<(), Refusal> {
    // Whether the header is new or known makes no difference.
    let first = judge(of, token, issuer).map(drop);
    assert_eq!(judge(of, token, issuer).map(drop), first);
    first
}

#[test]
fn a_key_verifies_the_tokens_of_its_issuer_only() {
    let of = acceptance(vec![
        trust(Some("one"), vec![verifying(1, Some("k"))]),
        trust(Some("two"), vec![verifying(2, Some("k"))]),
    ]);
    let [one, two] = [1, 2].map(|secret| signed(secret, r#"{"alg":"HS256","kid":"k"}"#));
    for _ in 0..2 {
        assert_eq!(verdict(&of, &one, "one"), Ok(()));
        assert_eq!(verdict(&of, &two, "two"), Ok(()));
        assert_eq!(verdict(&of, &one, "two"), Err(NOT_THE_ISSUER));
        assert_eq!(verdict(&of, &two, "one"), Err(NOT_THE_ISSUER));
        assert_eq!(verdict(&of, &one, "three"), Err(NOT_THE_ISSUER));
    }
}

#[test]
fn a_key_may_be_that_of_several_issuers() {
    let shared = || vec![verifying(1, None)];
    let of = acceptance(vec![trust(Some("one"), shared()), trust(Some("two"), shared())]);
    let token = signed(1, r#"{"alg":"HS256"}"#);
    for issuer in ["one", "two", "one"] {
        assert_eq!(verdict(&of, &token, issuer), Ok(()));
    }
    assert_eq!(verdict(&of, &token, "three"), Err(NOT_THE_ISSUER));
}

#[test]
fn whoever_may_be_any_issuer_is_none_that_is_named() {
    let of = acceptance(vec![
        trust(None, vec![verifying(1, Some("a"))]),
        trust(Some("two"), vec![verifying(2, Some("b"))]),
    ]);
    let token = signed(1, r#"{"alg":"HS256","kid":"a"}"#);
    assert_eq!(verdict(&of, &token, "anybody"), Ok(()));
    assert_eq!(verdict(&of, &token, "two"), Err(NOT_THE_ISSUER));
}

#[test]
fn a_token_costs_a_few_signatures_at_most() {
    let keys = (1..=9).map(|secret| verifying(secret, None)).collect();
    let of = acceptance(vec![trust(Some("one"), keys)]);
    let token = |secret| signed(secret, r#"{"alg":"HS256"}"#);
    assert_eq!(judge(&of, &token(8), "one").map(drop), Ok(()));
    assert_eq!(judge(&of, &token(9), "one").map(drop), Err(NOT_SIGNED));
}

#[test]
fn a_key_that_is_gone_verifies_nothing_whatever_header_is_known() {
    let of = acceptance(vec![trust(Some("one"), vec![verifying(1, Some("k"))])]);
    let token = signed(1, r#"{"alg":"HS256","kid":"k"}"#);
    assert_eq!(verdict(&of, &token, "one"), Ok(()));
    let accepted = judge(&of, &token, "one").unwrap();
    of.trusts[0].ring.replace(vec![Arc::new(verifying(2, Some("k")))]);
    assert!(accepted.key.is_retired());
    assert_eq!(verdict(&of, &token, "one"), Err(NOT_SIGNED));
    of.trusts[0].ring.replace(vec![Arc::new(verifying(1, Some("other")))]);
    assert_eq!(verdict(&of, &token, "one"), NO_KEY);
}

#[test]
fn a_key_verifies_until_its_time_is_over() {
    let until = |time| {
        let key = verifying(1, None).verifying_until(time);
        let of = acceptance(vec![trust(Some("one"), vec![key])]);
        judge(&of, &signed(1, r#"{"alg":"HS256"}"#), "one").map(|one| one.window.until)
    };
    let second = Duration::from_secs(1);
    assert_eq!(until(now() + second), Ok(now() + second));
    assert_eq!(until(now() + 1000 * second), Ok(now() + 90 * second));
    assert_eq!(until(now()), NO_KEY.map(|()| now()));
}
