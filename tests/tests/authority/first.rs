//! From nothing to keys.

use portcullis_identity_provider::Behaviour::Status;
use portcullis_identity_provider::Page;

use crate::bed::{Bed, NOW, answer, claims};

#[actix_web::test]
async fn nothing_is_asked_until_a_token_comes() {
    let bed = Bed::new();
    assert_eq!(bed.asked(), (0, 0));
    let answer = bed.body(&bed.token()).await;
    let issuer = bed.provider.issuer();
    assert_eq!(answer, format!("ada of {issuer}: roles , permissions , scopes "));
    assert_eq!(bed.asked(), (1, 1));
    bed.body(&bed.token()).await;
    assert_eq!(bed.asked(), (1, 1));
}

#[actix_web::test]
async fn a_provider_that_is_down_at_first_is_no_reason_not_to_start() {
    let mut bed = Bed::new();
    bed.provider.die();
    let token = bed.token();
    assert_eq!(bed.status(&token).await, 503);
    bed.provider.come_back();
    // Not before the rest is over.
    bed.clock.on(29);
    assert_eq!(bed.status(&token).await, 503);
    assert_eq!(bed.asked(), (0, 0));
    bed.clock.on(1);
    assert_eq!(bed.status(&token).await, 200);
}

#[actix_web::test]
async fn where_the_provider_is_is_not_told_to_strangers() {
    let bed = Bed::new();
    bed.provider.behave(Page::Keys, Status(500));
    let (status, body) = answer(&bed.portcullis, &bed.token()).await;
    assert_eq!(status, 503);
    assert!(!body.contains("localhost") && !body.contains("500"), "{body}");
}

/// As the keys of Entra ID are.
#[actix_web::test]
async fn an_rsa_key_that_names_no_algorithm_is_for_rs256() {
    let bed = Bed::new();
    let id = bed.provider.add_rsa_key();
    assert_eq!(bed.status(&bed.provider.token_of(&id, claims())).await, 200);
    assert_eq!(bed.status(&bed.provider.token_of("key-1", claims())).await, 200);
}

#[actix_web::test]
async fn claims_are_judged_as_always() {
    let bed = Bed::warm().await;
    let mut other = claims();
    other["aud"] = "other".into();
    let mut expired = claims();
    expired["exp"] = (NOW - 31).into();
    let mut elsewhere = claims();
    elsewhere["iss"] = "https://elsewhere.example".into();
    for claims in [other, expired, elsewhere] {
        assert_eq!(bed.status(&bed.provider.token(claims)).await, 401);
    }
}
