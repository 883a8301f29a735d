//! Keys that were not issued.

use std::sync::atomic::Ordering;

use actix_web::rt::System;
use portcullis::{ApiKeys, MemoryStore, NewApiKey};
use proptest::prelude::*;

use crate::server::{Answer, Server};
use crate::watched::Watched;

const REJECTED: &str = r#"ApiKey realm="api", header="X-API-Key", error="invalid_token""#;

fn is_rejected(answer: &Answer, why: &str) {
    assert_eq!((answer.status, answer.challenge.as_str()), (401, REJECTED), "{why}");
}

/// The checksum of a key as anyone can compute it: CRC-32, bit by bit, in base62.
fn with_checksum(body: &str) -> String {
    let crc = body.bytes().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 }
        })
    });
    let digits = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut rest = !crc;
    let mut checksum = Vec::new();
    for _ in 0..6 {
        checksum.push(digits[(rest % 62) as usize]);
        rest /= 62;
    }
    checksum.reverse();
    format!("{body}_{}", String::from_utf8(checksum).unwrap())
}

#[actix_web::test]
async fn an_unknown_key_and_a_wrong_secret_are_answered_alike() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let issued = server.issue().await;
    let body = issued.expose().rsplit_once('_').unwrap().0;
    assert_eq!(with_checksum(body), issued.expose());
    let (start, last) = body.split_at(body.len() - 1);
    let other = if last == "x" { "y" } else { "x" };
    let wrong = server.me(with_checksum(&format!("{start}{other}"))).await;
    let unknown = server.me(with_checksum(&format!("acme_{}", "0".repeat(55)))).await;
    is_rejected(&wrong, "wrong secret");
    assert_eq!(wrong, unknown);
    assert_eq!(wrong, server.me("nonsense").await);
    assert_eq!(store.finds.load(Ordering::SeqCst), 2);
}

#[actix_web::test]
async fn what_is_no_key_asks_no_store() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let issued = server.issue().await;
    let key = issued.expose();
    let (body, checksum) = key.rsplit_once('_').unwrap();
    let secret = body.strip_prefix("acme_").unwrap();
    let garbage = [
        ("empty", String::new()),
        ("a word", "acme".to_owned()),
        ("no checksum", body.to_owned()),
        ("an empty checksum", format!("{body}_")),
        (
            "another checksum",
            format!("{body}_{}", if checksum == "000000" { "1" } else { "000000" }),
        ),
        ("a longer checksum", format!("{key}0")),
        ("a checksum by letter case", format!("{body}_{}x", &checksum[..5])),
        ("another prefix", with_checksum(&format!("acne_{secret}"))),
        ("a longer prefix", with_checksum(&format!("acme__{secret}"))),
        ("no prefix", with_checksum(secret)),
        ("a shorter secret", with_checksum(&body[..body.len() - 1])),
        ("a longer secret", with_checksum(&format!("{body}0"))),
        ("an underscore in it", with_checksum(&format!("{}_", &body[..body.len() - 1]))),
        ("letters of other scripts", with_checksum(&format!("{}é", &body[..body.len() - 2]))),
        ("twice", format!("{key}, {key}")),
        ("quoted", format!("\"{key}\"")),
        ("with the word", format!("ApiKey {key}")),
        ("SQL", with_checksum(&format!("acme_{:0<55}", "'OR1=1--"))),
        ("long", "acme_".repeat(1000)),
    ];
    for (what, text) in garbage {
        is_rejected(&server.me(text).await, what);
    }
    is_rejected(&server.me(b"acme_\xFF\xFE").await, "not UTF-8");
    assert_eq!(store.finds.load(Ordering::SeqCst), 0);
    assert_eq!(server.me(key).await.status, 200);
}

#[actix_web::test]
async fn a_key_of_another_store_or_prefix_is_unknown() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    for prefix in ["acme", "acme_test", "other"] {
        let others = ApiKeys::new(prefix, MemoryStore::new());
        let key = others.issue(NewApiKey::of("ada")).await.unwrap();
        is_rejected(&server.me(key.expose()).await, prefix);
    }
}

#[actix_web::test]
async fn the_hash_is_no_key() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let issued = server.issue().await;
    let hash = issued.stored().hash;
    let hex = hash.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    is_rejected(&server.me(&hex).await, "hex");
    let body = format!("acme_{}{}", issued.id(), &hex[..43]);
    is_rejected(&server.me(with_checksum(&body)).await, "hash instead of secret");
}

#[actix_web::test]
async fn a_store_that_cannot_be_asked_is_503_and_never_entry() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let issued = server.issue().await;
    store.cannot_read.store(true, Ordering::SeqCst);
    let answer = server.me(issued.expose()).await;
    assert_eq!((answer.status, answer.challenge.as_str()), (503, ""));
    assert!(!answer.body.contains("down"));
    let open = server.get("/open", &[("x-api-key", issued.expose().as_bytes())]).await;
    assert_eq!((open.status, open.body.as_str()), (200, "nobody"));
    is_rejected(&server.me("nonsense").await, "garbage is no reason to ask");
}

proptest! {
    /// One byte of a key is changed, left out or doubled; or anything at all is sent.
    #[test]
    fn nothing_but_the_key_is_the_key(
        place in 0_usize..67,
        byte in 0x20_u8..0x7F,
        change in 0_u8..3,
        garbage in prop::collection::vec(prop_oneof![0x20_u8..0x7F, 0x80_u8..], 0..100),
    ) {
        System::new().block_on(async {
            let server = Server::new(MemoryStore::new(), |scheme| scheme);
            let issued = server.issue().await;
            let mut key = issued.expose().as_bytes().to_vec();
            match change {
                0 => key[place] = byte,
                1 => drop(key.remove(place)),
                _ => key.insert(place, byte),
            }
            let expected = if key == issued.expose().as_bytes() { 200 } else { 401 };
            // Blanks around a field are not part of it (RFC 9110 §5.5).
            prop_assume!(key.trim_ascii() == key || expected == 401);
            prop_assert_eq!(server.me(&key).await.status, expected);
            prop_assert_eq!(server.me(&garbage).await.status, 401);
            Ok(())
        })?;
    }
}
