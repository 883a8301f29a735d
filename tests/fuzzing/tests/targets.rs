//! The targets over generated inputs: bytes of chance, and the seeds of libFuzzer with some of
//! their bytes changed. The seeds themselves come first.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "nothing but tests is here")]

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};

#[test]
fn header() {
    hold("header", 3000, portcullis_fuzzing::header);
}

#[test]
fn token() {
    hold("token", 3000, portcullis_fuzzing::token);
}

#[test]
fn attribute() {
    hold("attribute", 2000, portcullis_fuzzing::attribute);
}

#[test]
fn configuration() {
    hold("configuration", 1000, portcullis_fuzzing::configuration);
}

#[test]
fn routing() {
    hold("routing", 1000, portcullis_fuzzing::routing);
}

fn hold(name: &str, cases: u32, target: fn(&[u8])) {
    portcullis_fuzzing::tell_panics();
    let seeds = seeds(name);
    assert!(!seeds.is_empty(), "there are no seeds for {name}");
    seeds.iter().for_each(|seed| target(seed));
    let persistence = FileFailurePersistence::WithSource("regressions");
    let config = Config {
        cases,
        source_file: Some(file!()),
        failure_persistence: Some(Box::new(persistence)),
        ..Config::default()
    };
    let held = TestRunner::new(config).run(&input(seeds), |bytes| {
        target(&bytes);
        Ok(())
    });
    assert!(held.is_ok(), "{held:?}");
}

fn seeds(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(name);
    let mut files = fs::read_dir(&folder)
        .expect("a folder of seeds")
        .map(|file| file.expect("a seed").path())
        .collect::<Vec<_>>();
    files.sort();
    files.into_iter().map(|file| fs::read(file).expect("a seed")).collect()
}

/// What happens to some bytes of a seed: they are replaced by others.
type Change = (Index, usize, Vec<u8>);

fn input(seeds: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let change = || (any::<Index>(), 0..4_usize, vec(any::<u8>(), 0..4));
    let of_seed = (select(seeds.clone()), vec(change(), 1..6));
    let spliced = (select(seeds.clone()), any::<Index>(), select(seeds), any::<Index>());
    proptest::prop_oneof![
        2 => vec(any::<u8>(), 0..400),
        3 => of_seed.prop_map(|(seed, changes)| changes.into_iter().fold(seed, changed)),
        1 => spliced.prop_map(|(one, at, other, from)| {
            [&one[..at.index(one.len() + 1)], &other[from.index(other.len() + 1)..]].concat()
        }),
    ]
}

fn changed(mut bytes: Vec<u8>, (at, count, new): Change) -> Vec<u8> {
    let from = at.index(bytes.len() + 1);
    let to = bytes.len().min(from + count);
    bytes.splice(from..to, new);
    bytes
}
