//! What keeps a server from starting, and a key from being issued.

use std::io;
use std::sync::atomic::Ordering;

use actix_web::ResponseError;
use portcullis::{ApiKey, ApiKeys, MemoryStore, NewApiKey, Portcullis, Random};

use crate::watched::Watched;

fn problems(scheme: ApiKey) -> Vec<String> {
    let builder = Portcullis::builder().module("api_key::endpoints").scheme("key", scheme);
    match builder.build() {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(|one| one.message().to_owned()).collect(),
    }
}

fn keys(prefix: &str) -> ApiKeys {
    ApiKeys::new(prefix, MemoryStore::new())
}

#[test]
fn odd_prefixes_are_told() {
    let odd = ["", "Acme", "acme-live", "_acme", "acme_", "1acme", "ácme", &"a".repeat(21)];
    for prefix in odd {
        let problems = problems(ApiKey::new(&keys(prefix)));
        assert_eq!(problems.len(), 1, "{prefix}");
        assert!(problems[0].contains("cannot be the prefix"), "{problems:?}");
    }
    for prefix in ["a", "acme", "acme_live_2", &"a".repeat(20)] {
        assert_eq!(problems(ApiKey::new(&keys(prefix))), [""; 0], "{prefix}");
    }
}

#[test]
fn headers_that_are_none_or_of_others_are_told() {
    let scheme = || ApiKey::new(&keys("acme"));
    for name in ["", "X API Key", "x-äpi", "Authorization", "Cookie", "HOST", "Origin"] {
        assert_eq!(problems(scheme().header(name)).len(), 1, "{name}");
    }
    for word in ["", "Api Key", "Basic", "digest", "NEGOTIATE", "NTLM", "a=b"] {
        assert_eq!(problems(scheme().authorization(word)).len(), 1, "{word}");
    }
    assert_eq!(problems(scheme().realm("a\nb")).len(), 1);
    for scheme in [scheme().header("Acme"), scheme().authorization("Bearer")] {
        assert_eq!(problems(scheme), [""; 0]);
    }
    assert_eq!(problems(ApiKey::new(&keys("Acme")).header("")).len(), 2, "both are told");
}

#[derive(Debug)]
struct NoChance;

impl Random for NoChance {
    fn fill(&self, _: &mut [u8]) -> io::Result<()> {
        Err(io::Error::other("no chance"))
    }
}

#[actix_web::test]
async fn no_key_is_issued_that_is_not_kept_or_not_random() {
    let status = |issued: Result<_, portcullis::Error>| issued.err().unwrap().status_code();
    let ada = NewApiKey::of("ada");
    let unlucky = keys("acme").random(NoChance);
    assert_eq!(status(unlucky.issue(ada.clone()).await.map(drop)), 503);
    assert_eq!(status(keys("acme").issue(NewApiKey::of("")).await.map(drop)), 500);
    assert_eq!(status(keys("Acme").issue(ada.clone()).await.map(drop)), 500);
    let store = Watched::default();
    store.cannot_write.store(true, Ordering::SeqCst);
    let broken = ApiKeys::new("acme", store);
    assert_eq!(status(broken.issue(ada).await.map(drop)), 503);
    assert_eq!(status(broken.revoke("ada", "x").await.map(drop)), 503);
    assert_eq!(broken.list("ada").await.unwrap(), []);
}
