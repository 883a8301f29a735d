//! What keeps a server from starting.

use std::io;
use std::time::Duration;

use portcullis::{HttpBasic, Password, Portcullis, Random, Throttle};

fn basic() -> HttpBasic {
    HttpBasic::new(async |_: &str, _: Password| Ok(None))
}

#[test]
fn limits_that_are_none_are_told() {
    let second = Duration::from_secs(1);
    let odd = [
        Throttle::new().per_account_and_address(0, second),
        Throttle::new().per_address(10_001, second),
        Throttle::new().per_account(1, Duration::from_millis(999)),
        Throttle::new().per_account(1, Duration::from_secs(24 * 3600 + 1)),
        Throttle::new().checks_at_once(0),
    ];
    let builder = || Portcullis::builder().module("http_basic::endpoints");
    for throttle in odd {
        let problems = builder().scheme("basic", basic().throttle(throttle)).build().unwrap_err();
        assert_eq!(problems.iter().count(), 1, "{problems:?}");
        let told = problems.to_string();
        assert!(told.contains("the scheme `basic`: "), "{told}");
    }
    assert!(builder().scheme("basic", basic().realm("a\nb")).build().is_err());
    assert!(builder().scheme("basic", basic()).build().is_ok());
}

#[derive(Debug)]
struct NoChance;

impl Random for NoChance {
    fn fill(&self, _: &mut [u8]) -> io::Result<()> {
        Err(io::Error::other("no chance"))
    }
}

#[test]
fn without_random_bytes_there_is_no_throttle_and_no_server() {
    let builder = Portcullis::builder().module("http_basic::endpoints").random(NoChance);
    let problems = builder.scheme("basic", basic()).build().unwrap_err().to_string();
    assert!(problems.contains("no random bytes"), "{problems}");
}
