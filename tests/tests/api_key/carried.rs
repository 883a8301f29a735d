//! Where a key is looked for, and where not.

use std::sync::atomic::Ordering;

use portcullis::{ApiKey, MemoryStore};

use crate::server::Server;
use crate::watched::Watched;

const CHALLENGE: &str = r#"ApiKey realm="api", header="X-API-Key""#;

#[actix_web::test]
async fn a_key_lets_its_owner_in() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let key = server.issue().await;
    let answer = server.me(key.expose()).await;
    let expected = format!("ada {} urn:portcullis:scheme:key", key.id());
    assert_eq!((answer.status, answer.body), (200, expected));
}

#[actix_web::test]
async fn without_the_header_there_is_no_credential() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme);
    let issued = server.issue().await;
    let key = issued.expose().as_bytes();
    let bearer = [b"Bearer ", key].concat();
    let word = [b"ApiKey ", key].concat();
    let cookie = [b"X-API-Key=", key].concat();
    let headers: [(&str, &[u8]); 5] = [
        ("authorization", &bearer),
        ("authorization", &word),
        ("cookie", &cookie),
        ("x-api-token", key),
        ("api-key", key),
    ];
    for header in headers {
        let answer = server.get("/me", &[header]).await;
        assert_eq!((answer.status, answer.challenge.as_str()), (401, CHALLENGE), "{}", header.0);
    }
    let queries = ["X-API-Key", "x-api-key", "api_key", "key"];
    for name in queries {
        let path = format!("/me?{name}={}", issued.expose());
        assert_eq!(server.get(&path, &[]).await.challenge, CHALLENGE);
    }
}

#[actix_web::test]
async fn two_keys_are_none() {
    let store = Watched::default();
    let server = Server::new(store.clone(), |scheme| scheme);
    let issued = server.issue().await;
    let key = ("x-api-key", issued.expose().as_bytes());
    for other in [key, ("x-api-key", b"".as_slice()), ("X-Api-Key", b"acme")] {
        for headers in [[key, other], [other, key]] {
            let answer = server.get("/me", &headers).await;
            let expected = format!(r#"{CHALLENGE}, error="invalid_request""#);
            assert_eq!((answer.status, answer.challenge), (400, expected));
        }
    }
    assert_eq!(server.get("/open", &[key, key]).await.body, "nobody");
    assert_eq!(store.finds.load(Ordering::SeqCst), 0);
}

#[actix_web::test]
async fn the_header_is_chosen() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme.header("Acme-Key").realm("docs"));
    let issued = server.issue().await;
    let key = issued.expose().as_bytes();
    assert_eq!(server.get("/me", &[("acme-key", key)]).await.status, 200);
    let other = server.me(key).await;
    assert_eq!(
        (other.status, other.challenge.as_str()),
        (401, r#"ApiKey header="Acme-Key", realm="docs""#)
    );
}

#[actix_web::test]
async fn a_key_may_stand_in_authorization() {
    let server = Server::new(MemoryStore::new(), |scheme| scheme.authorization("ApiKey"));
    let issued = server.issue().await;
    let key = issued.expose();
    let field = async |text: String| server.get("/me", &[("authorization", text.as_bytes())]).await;
    for right in [format!("ApiKey {key}"), format!("apikey   {key}")] {
        assert_eq!(field(right).await.status, 200);
    }
    let malformed =
        ["ApiKey".to_owned(), format!("ApiKey {key} {key}"), format!("ApiKey \"{key}\"")];
    for text in malformed {
        let answer = field(text).await;
        let expected = r#"ApiKey realm="api", error="invalid_request""#;
        assert_eq!((answer.status, answer.challenge.as_str()), (400, expected));
    }
    for other in [format!("Bearer {key}"), format!("ApiKeys {key}")] {
        let answer = field(other).await;
        assert_eq!((answer.status, answer.challenge.as_str()), (401, r#"ApiKey realm="api""#));
    }
    assert_eq!(server.me(key).await.status, 401, "found in another header, too");
    let two = [("authorization", b"ApiKey a".as_slice()), ("authorization", b"Basic a")];
    assert_eq!(server.get("/me", &two).await.status, 400);
}

#[test]
fn nothing_of_a_key_is_printed() {
    let keys = portcullis::ApiKeys::new("acme", MemoryStore::new());
    let key = actix_web::rt::System::new()
        .block_on(keys.issue(portcullis::NewApiKey::of("ada")))
        .unwrap();
    let printed = format!("{key:?} {keys:?} {:?} {:?}", ApiKey::new(&keys), key.stored());
    let secret = &key.expose()["acme_".len() + key.id().len()..];
    assert!(!printed.contains(secret), "{printed}");
    assert!(printed.contains("ApiKeyHash(..)"), "{printed}");
}
