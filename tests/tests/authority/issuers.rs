//! Several issuers on one scheme.

use portcullis::{Authority, JwtBearer, Portcullis, Trusted};
use portcullis_identity_provider::{IdentityProvider, Page};
use serde_json::{Value, json};

use crate::bed::{Moved, NOW, answer, authority, served, unknown};

/// Two providers; each has a key of the name `key-1`, and another name for this server.
struct Two {
    one: IdentityProvider,
    other: IdentityProvider,
    clock: Moved,
    portcullis: Portcullis,
}

impl Two {
    fn new() -> Self {
        let (one, other) = (IdentityProvider::start(), IdentityProvider::start());
        let with = |provider: &IdentityProvider| -> Authority { authority(provider) };
        let scheme = JwtBearer::authority(with(&one))
            .audience("one-api")
            .trust(Trusted::authority(with(&other)).audience("other-api"));
        let clock = Moved::default();
        let portcullis = served(scheme, &clock);
        Self { one, other, clock, portcullis }
    }

    async fn answer(&self, token: &str) -> (u16, String) {
        answer(&self.portcullis, token).await
    }
}

fn claims(audience: &str) -> Value {
    json!({ "sub": "ada", "aud": audience, "exp": NOW + 3600 })
}

#[actix_web::test]
async fn equal_subjects_of_two_issuers_are_two_users_and_equal_ids_two_keys() {
    let two = Two::new();
    for (provider, audience) in [(&two.one, "one-api"), (&two.other, "other-api")] {
        let (status, body) = two.answer(&provider.token(claims(audience))).await;
        assert_eq!(status, 200, "{body}");
        assert!(body.starts_with(&format!("ada of {}: ", provider.issuer())), "{body}");
    }
}

#[actix_web::test]
async fn a_key_of_one_never_verifies_a_token_of_the_other() {
    let two = Two::new();
    two.answer(&two.one.token(claims("one-api"))).await;
    two.answer(&two.other.token(claims("other-api"))).await;
    for audience in ["one-api", "other-api"] {
        let mut forged = claims(audience);
        forged["iss"] = two.other.issuer().into();
        assert_eq!(two.answer(&two.one.token(forged)).await.0, 401, "{audience}");
    }
}

#[actix_web::test]
async fn each_has_audiences_of_its_own() {
    let two = Two::new();
    assert_eq!(two.answer(&two.one.token(claims("other-api"))).await.0, 401);
    assert_eq!(two.answer(&two.other.token(claims("one-api"))).await.0, 401);
}

#[actix_web::test]
async fn one_that_is_down_is_nothing_to_the_other() {
    let mut two = Two::new();
    two.other.die();
    assert_eq!(two.answer(&two.other.token(claims("other-api"))).await.0, 503);
    assert_eq!(two.answer(&two.one.token(claims("one-api"))).await.0, 200);
    two.clock.on(30);
    let new = two.one.add_key();
    assert_eq!(two.answer(&two.one.token_of(&new, claims("one-api"))).await.0, 200);
    assert_eq!(two.answer(&unknown(two.one.issuer(), 1)).await.0, 401);
    assert_eq!(two.answer(&unknown(two.other.issuer(), 1)).await.0, 503);
}

/// Whoever floods the one with names of keys does not make the other be asked.
#[actix_web::test]
async fn only_the_issuer_of_the_token_is_asked() {
    let two = Two::new();
    two.answer(&two.one.token(claims("one-api"))).await;
    two.answer(&two.other.token(claims("other-api"))).await;
    two.clock.on(30);
    two.answer(&unknown(two.one.issuer(), 1)).await;
    assert_eq!((two.one.asked(Page::Keys), two.other.asked(Page::Keys)), (2, 1));
}

/// The second one has a new key, whose id is that of a key of the first.
#[actix_web::test]
async fn an_id_that_is_known_at_one_is_fetched_at_the_other() {
    let two = Two::new();
    two.one.add_key();
    assert_eq!(two.answer(&two.one.token(claims("one-api"))).await.0, 200);
    assert_eq!(two.answer(&two.other.token(claims("other-api"))).await.0, 200);
    let second = two.other.add_key();
    assert_eq!(second, "key-2");
    two.clock.on(30);
    assert_eq!(two.answer(&two.other.token_of(&second, claims("other-api"))).await.0, 200);
}

/// One that may say any issuer stands first, and has not the key.
#[actix_web::test]
async fn whoever_is_named_is_asked_before_one_that_may_be_anybody() {
    let (one, other) = (IdentityProvider::start(), IdentityProvider::start());
    let scheme = JwtBearer::authority(authority(&one))
        .audience("api")
        .trust(Trusted::authority(authority(&other)).audience("api"))
        .dangerous()
        .accept_any_issuer();
    let clock = Moved::default();
    let portcullis = served(scheme, &clock);
    for provider in [&one, &other] {
        assert_eq!(answer(&portcullis, &provider.token(claims("api"))).await.0, 200);
    }
    clock.on(30);
    other.add_key();
    let new = other.add_key();
    assert_eq!(answer(&portcullis, &other.token_of(&new, claims("api"))).await.0, 200);
    assert_eq!(one.asked(Page::Keys), 1);
}
