//! Who may touch which document, asked of the running example.

#![expect(clippy::unwrap_used, reason = "a test that cannot begin fails")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use awc::Client;
use awc::http::Method;

/// The example at work, until this is dropped.
struct Running {
    process: Child,
    base: String,
    tokens: BTreeMap<String, String>,
}

impl Running {
    /// On a port that is free.
    fn start() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_owner_check"))
            .arg("0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        // All that it says: three tokens, three calls.
        let lines: Vec<_> = output.lines().take(6).map(Result::unwrap).collect();
        let tokens = lines.iter().filter_map(|line| line.split_once('='));
        let tokens = tokens.map(|(name, token)| (name.to_owned(), token.to_owned())).collect();
        let (_, address) = lines.last().unwrap().split_once("http://").unwrap();
        let base = format!("http://{}", address.split('/').next().unwrap());
        Self { process, base, tokens }
    }

    async fn send(&self, method: Method, path: &str, who: &str) -> (u16, String) {
        let request = Client::default().request(method, format!("{}{path}", self.base));
        let request = match self.tokens.get(who) {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let mut response = request.send_body("a new plan").await.unwrap();
        let body = response.body().await.unwrap();
        (response.status().as_u16(), String::from_utf8_lossy(&body).into_owned())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[actix_web::test]
async fn a_document_is_its_owners_to_write_and_its_tenants_to_read() {
    let running = Running::start();
    let table = [
        (Method::GET, "/documents/1", "nobody", 401),
        (Method::GET, "/documents/1", "ada", 200),
        (Method::GET, "/documents/1", "bob", 200),
        (Method::GET, "/documents/1", "eve", 404),
        (Method::GET, "/documents/3", "eve", 200),
        (Method::GET, "/documents/9", "ada", 404),
        (Method::PUT, "/documents/1", "bob", 403),
        (Method::PUT, "/documents/1", "eve", 404),
        (Method::PUT, "/documents/1", "ada", 200),
    ];
    for (method, path, who, expected) in table {
        let (status, _) = running.send(method.clone(), path, who).await;
        assert_eq!(status, expected, "{method} {path} by {who}");
    }
    let read = running.send(Method::GET, "/documents/1", "bob").await;
    assert_eq!(read, (200, "a new plan".to_owned()));
    // What is hidden looks like a path that nobody knows.
    let hidden = running.send(Method::GET, "/documents/1", "eve").await;
    assert_eq!(hidden, running.send(Method::GET, "/nowhere", "eve").await);
}
