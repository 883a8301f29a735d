//! What start-up says of sizes.

use portcullis::{JwtBearer, Portcullis, TokenCache};

use crate::server::SECRET;

#[test]
fn sizes_that_make_no_sense_are_told() {
    let rows = [
        (
            TokenCache::default().entries(0),
            "has less than 32 entries; for none say `TokenCache::off()`",
        ),
        (TokenCache::default().bytes(1000), "has less than 64 KiB"),
        (TokenCache::off().bytes(0), "has less than 64 KiB"),
    ];
    for (cache, expected) in rows {
        let scheme = JwtBearer::hs256(SECRET).token_cache(cache);
        let other = JwtBearer::hs256(b"another key, of forty bytes, for others!");
        let builder = Portcullis::builder().scheme("jwt", scheme).scheme("other", other);
        let problems = builder.build().unwrap_err().to_string();
        let expected = format!("the scheme `jwt`: `.token_cache` {expected}");
        assert!(problems.contains(&expected), "{problems}");
    }
}
