//! What is told when the server starts, and where no scheme can sign tokens.

use actix_web::http::Method;
use portcullis::{Builder, JwtBearer, Portcullis, Principal};

use crate::scheme::SignedRequests;
use crate::server::{Hand, Request, SECRET, builder, signed};

fn told(builder: Builder) -> Vec<String> {
    match builder.build() {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn everything_that_is_wrong_is_told_with_its_place() {
    let nobody = || Principal::new("ada");
    let scheme = SignedRequests::new().key("a b", "short", nobody()).key("c", SECRET, nobody());
    let scheme = scheme.key("c", SECRET, nobody());
    let told = told(builder(&Hand::new()).scheme("signed", scheme));
    let expected = [
        "the scheme `signed`: the key `c` is given twice",
        "the scheme `signed`: `a b` is no key id; use letters and digits",
        "the scheme `signed`: the key `a b` is shorter than 32 bytes",
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (told, expected) in told.iter().zip(expected) {
        let (place, message) = told.split_once(": ").unwrap();
        assert!(place.contains("start_up.rs:"), "{told}");
        assert_eq!(message, expected);
    }
    assert_eq!(self::told(builder(&Hand::new()).scheme("signed", SignedRequests::new())).len(), 1);
    assert_eq!(self::told(builder(&Hand::new()).scheme("signed", signed())), [""; 0]);
}

#[test]
fn it_prints_no_secret() {
    let printed = format!("{:?}", signed());
    assert_eq!(printed, r#"SignedRequests { keys: ["runner"], .. }"#);
    let portcullis = builder(&Hand::new()).scheme("signed", signed()).build().unwrap();
    assert!(!format!("{portcullis:?}").contains("thirty"));
}

#[actix_web::test]
async fn a_handler_that_signs_tokens_needs_a_scheme_that_can() {
    let signing = || Portcullis::builder().module("custom_scheme::endpoints::signing");
    let told = told(signing().scheme("signed", signed()));
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("takes `Tokens`, and no scheme has a key to sign with"), "{told:?}");
    let both = signing().scheme("signed", signed()).scheme("jwt", JwtBearer::hs256(SECRET));
    let token = Request::new(Method::POST, "/token", "").send(&both.build().unwrap()).await;
    assert_eq!((token.status, token.body.split('.').count()), (200, 3));
}
