//! A catalogue of hostile tokens, generated: families × values × algorithms. Each generator also
//! makes the honest neighbours of its tokens, which are let in, and each hostile token is
//! refused for the reason that it was made for.
//!
//! `signer` (keys) → `draft` (tokens) → the families → `catalogue` → `judged` (over HTTP)
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "ends the test that was wrong")]

mod catalogue;
mod claims;
mod confusion;
mod draft;
mod ecdsa;
mod ed25519;
mod embedded;
mod encoding;
mod header;
mod issuer;
mod json;
mod judged;
mod key_id;
mod nesting;
mod numbers;
mod rsa;
mod shape;
mod signature;
mod signer;
mod size;
mod times;
mod typ;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use catalogue::{Catalogue, Expected};
use judged::Memory;
use portcullis::{Principal, endpoint};

#[endpoint(get = "/me")]
async fn me(caller: Principal) -> String {
    caller.id().to_owned()
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = Catalogue::default();
    for add in [
        signature::add,
        ecdsa::add,
        ed25519::add,
        rsa::add,
        confusion::add,
        header::add,
        typ::add,
        key_id::add,
        embedded::add,
        encoding::add,
        shape::add,
        json::add,
        nesting::add,
        size::add,
        claims::add,
        times::add,
        issuer::add,
    ] {
        add(&mut catalogue);
    }
    catalogue
});

#[actix_web::test]
async fn every_token_is_answered_as_the_catalogue_says() {
    for memory in [Memory::Off, Memory::On, Memory::Full] {
        let wrong = judged::wrong(&CATALOGUE.rows, memory).await;
        let count = wrong.len();
        assert!(wrong.is_empty(), "{memory:?}: {count} are wrong:\n{}", wrong.join("\n"));
    }
}

#[test]
fn the_catalogue_has_five_hundred_hostile_tokens_and_more() {
    let hostile = CATALOGUE.rows.iter().filter(|row| row.expected != Expected::Entry).count();
    println!("{hostile} hostile tokens, {} honest", CATALOGUE.rows.len() - hostile);
    assert!(hostile >= 500, "{hostile}");
}

#[test]
fn every_row_has_a_name_of_its_own() {
    let mut names = BTreeSet::new();
    let repeated = CATALOGUE.rows.iter().filter(|row| !names.insert(&row.name));
    let repeated = repeated.map(|row| row.name.as_str()).collect::<Vec<_>>();
    assert!(repeated.is_empty(), "{repeated:#?}");
}

/// Else a hostile token might be refused for what has nothing to do with its family.
#[test]
fn every_generator_makes_honest_tokens_with_every_key() {
    let kind = |honest: bool| {
        let rows = CATALOGUE.rows.iter();
        let rows = rows.filter(|row| (row.expected == Expected::Entry) == honest);
        rows.map(|row| (&row.generator, row.signer.name)).collect::<BTreeSet<_>>()
    };
    let (hostile, honest) = (kind(false), kind(true));
    let alone = hostile.difference(&honest).collect::<Vec<_>>();
    assert!(alone.is_empty(), "{alone:?}");
}
