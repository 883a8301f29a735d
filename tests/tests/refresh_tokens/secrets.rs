//! Nothing that is kept, printed or logged is a token that works.

use std::io;
use std::sync::{Arc, Mutex};

use portcullis::{MemoryStore, SqliteStore};
use tracing_subscriber::fmt::MakeWriter;

use crate::site::Site;

#[actix_web::test]
async fn the_file_of_a_store_holds_no_token() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    let site = Site::over(store.clone(), |tokens| tokens);
    let mut tokens = vec![site.token().await];
    for _ in 0..3 {
        let next = site.next(tokens.last().unwrap()).await;
        tokens.push(next);
    }
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(has(b"user-id-001"), "nothing was stored");
    for token in &tokens {
        for part in token.split('.') {
            let raw =
                base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, part);
            assert!(!has(part.as_bytes()) && !has(&raw.unwrap()), "a part of a token is stored");
        }
    }
}

#[actix_web::test]
async fn nothing_prints_a_token() {
    let store = MemoryStore::new();
    let site = Site::over(store.clone(), |tokens| tokens.cookie("__Host-refresh"));
    let plain = Site::over(store.clone(), |tokens| tokens);
    let logins = plain.portcullis.logins();
    let response = logins.issue("ada", |user| user.claim("secret", "whisper")).await.unwrap();
    let user = logins.user("ada").unwrap();
    let printed = format!(
        "{store:?} {response:?} {logins:?} {:?} {:?} {:?}",
        logins.list(&user).await.unwrap(),
        plain.portcullis,
        site.portcullis,
    );
    assert!(printed.contains("ada"), "nothing was printed");
    let (family, secret) = response.refresh_token().split_once('.').unwrap();
    for part in [family, secret, response.access_token(), "whisper"] {
        assert!(!printed.contains(part), "{printed}");
    }
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[actix_web::test]
async fn reuse_is_logged_once_without_a_name_and_without_a_token() {
    let log = Log::default();
    let site = Site::new();
    let first = site.token().await;
    let second = site.next(&first).await;
    site.clock.set(60);
    let subscriber = tracing_subscriber::fmt().with_writer(log.clone()).finish();
    // In this thread: what the server does is the same.
    let guard = tracing::subscriber::set_default(subscriber);
    let logins = site.portcullis.logins();
    assert!(logins.end_token(&first).await.unwrap());
    assert!(!logins.end_token(&first).await.unwrap());
    drop(guard);
    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert_eq!(text.matches("authn_token_reuse").count(), 1, "{text}");
    assert!(text.contains("WARN") && text.contains("user.hash"), "{text}");
    assert!(!text.contains("user-id-001"), "{text}");
    for token in [&first, &second] {
        assert!(token.split('.').all(|part| !text.contains(part)), "{text}");
    }
}
