//! Several processes on one file or database, and one that is killed.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use portcullis::{PostgresStore, SessionKey, SessionStore, Span, SqliteStore, StoredSession};
use portcullis_servers::Postgres;

/// Tells a process of this test what it is for.
const FILE: &str = "PORTCULLIS_TEST_STORE";

/// What begins the line of a key that the store has accepted: the harness writes lines too.
const ACCEPTED: &str = "accepted ";

fn child(role: &str, file: impl AsRef<OsStr>) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", role, "--nocapture", "--ignored"])
        .env(FILE, file.as_ref())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn session() -> StoredSession {
    StoredSession { contents: "{}".to_owned(), span: Span { since: 0, until: 1 << 40 } }
}

fn key(process: u32, number: u32) -> SessionKey {
    let mut bytes = [0; 32];
    let (process, number) = (process.to_be_bytes(), number.to_be_bytes());
    bytes.iter_mut().zip(process.iter().chain(&number)).for_each(|(to, from)| *to = *from);
    SessionKey::new(bytes)
}

#[actix_web::test]
#[ignore = "runs in a process of its own, started by the tests below"]
async fn writer() {
    let Some(file) = env::var_os(FILE) else { return };
    let store = SqliteStore::open(file).await.unwrap();
    let process = std::process::id();
    for number in 0.. {
        store.begin(&key(process, number), session(), 0).await.unwrap();
        println!("\n{ACCEPTED}{number}");
    }
}

#[actix_web::test]
#[ignore = "runs in a process of its own, started by the tests below"]
async fn starter() {
    let Some(file) = env::var_os(FILE) else { return };
    let store = SqliteStore::open(file).await.unwrap();
    store.begin(&key(std::process::id(), 0), session(), 0).await.unwrap();
    store.close().await;
}

#[actix_web::test]
async fn several_processes_may_start_at_once() {
    for _ in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.sqlite");
        let children = (0..8).map(|_| child("processes::starter", &file)).collect::<Vec<_>>();
        let mut ids = Vec::new();
        for child in children {
            ids.push(child.id());
            let output = child.wait_with_output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        }
        let store = SqliteStore::open(&file).await.unwrap();
        for id in ids {
            assert_eq!(store.find(&key(id, 0), 0).await.unwrap(), Some(session()));
        }
    }
}

#[actix_web::test]
#[ignore = "runs in a process of its own, started by the test below"]
async fn starter_on_postgres() {
    let Ok(url) = env::var(FILE) else { return };
    let store = PostgresStore::connect(&url).await.unwrap();
    store.begin(&key(std::process::id(), 0), session(), 0).await.unwrap();
}

#[actix_web::test]
async fn several_processes_may_start_at_once_on_postgres() {
    let server = Postgres::start().unwrap();
    let url = server.url();
    let children: Vec<_> = (0..8).map(|_| child("processes::starter_on_postgres", &url)).collect();
    let mut ids = Vec::new();
    for child in children {
        ids.push(child.id());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    let store = PostgresStore::connect(&url).await.unwrap();
    for id in ids {
        assert_eq!(store.find(&key(id, 0), 0).await.unwrap(), Some(session()));
    }
}

#[actix_web::test]
async fn what_was_accepted_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("store.sqlite");
    let mut children = (0..2).map(|_| child("processes::writer", &file)).collect::<Vec<_>>();
    let mut accepted = Vec::new();
    for child in &mut children {
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let numbers = lines.map_while(Result::ok).filter_map(|line| {
            line.strip_prefix(ACCEPTED).and_then(|number| number.parse::<u32>().ok())
        });
        // The other process goes on writing meanwhile.
        let last = numbers.take(50).last().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        accepted.push((child.id(), last));
    }
    let store = SqliteStore::open(&file).await.unwrap();
    for (process, last) in accepted {
        assert_eq!(last, 49);
        for number in 0..=last {
            let found = store.find(&key(process, number), 0).await.unwrap();
            assert_eq!(found, Some(session()), "{process}: {number} of {last}");
        }
    }
}
