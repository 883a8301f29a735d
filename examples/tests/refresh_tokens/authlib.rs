//! What a client does that knows nothing but the metadata.

use serde_json::{Value, json};

use crate::client::Client;
use crate::server::Server;

/// A client that has logged in as ada, and what it has read of the server.
struct Visit {
    server: Server,
    client: Client,
    metadata: Value,
    token: Value,
    _folder: tempfile::TempDir,
}

impl Visit {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/keys/p256.pem");
        let server = Server::start(folder.path(), &["--key", key]);
        let mut client = Client::start();
        let url = server.url("/.well-known/oauth-authorization-server");
        let metadata = client.done(&json!({"do": "metadata", "url": url}))["metadata"].take();
        let login = json!({"username": "ada", "password": "analytical-engine"});
        let job = json!({"do": "log_in", "url": server.url("/api/login"), "json": login});
        let token = client.done(&job)["token"].take();
        Self { server, client, metadata, token, _folder: folder }
    }

    /// Asks an endpoint of the metadata about a token.
    fn about(&mut self, what: &str, endpoint: &str, token: &Value, hint: Option<&str>) -> Value {
        let url = &self.metadata[endpoint];
        self.client.done(&json!({"do": what, "url": url, "token": token, "hint": hint}))
    }

    fn introspect(&mut self, token: &Value, hint: Option<&str>) -> Value {
        let answer = self.about("introspect", "introspection_endpoint", token, hint);
        assert_eq!(answer["status"], 200, "{answer}");
        assert_eq!(answer["headers"]["cache-control"], "no-store", "{answer}");
        serde_json::from_str(answer["body"].as_str().unwrap()).unwrap()
    }

    fn revoke(&mut self, token: &Value, hint: Option<&str>) {
        let answer = self.about("revoke", "revocation_endpoint", token, hint);
        assert_eq!((&answer["status"], &answer["body"]), (&json!(200), &json!("")), "{answer}");
    }

    fn refresh(&mut self) -> Value {
        self.client.ask(&json!({"do": "refresh", "url": self.metadata["token_endpoint"]}))
    }

    fn department(&mut self) -> Value {
        let url = self.server.url("/api/department");
        self.client.done(&json!({"do": "call", "method": "PUT", "url": url}))["status"].take()
    }
}

#[test]
fn it_reads_where_to_ask() {
    let visit = Visit::start();
    let metadata = &visit.metadata;
    assert_eq!(metadata["issuer"], visit.server.url(""));
    assert_eq!(metadata["grant_types_supported"], json!(["refresh_token"]));
    assert_eq!(metadata["jwks_uri"], visit.server.url("/.well-known/jwks.json"));
    assert_eq!(metadata["revocation_endpoint_auth_methods_supported"], json!(["none"]));
    let basic = json!(["client_secret_basic"]);
    assert_eq!(metadata["introspection_endpoint_auth_methods_supported"], basic);
}

#[test]
fn it_logs_in_refreshes_introspects_and_revokes() {
    let mut visit = Visit::start();
    let first = visit.token.clone();
    assert_eq!(visit.department(), 200);
    let second = visit.refresh()["token"].take();
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(visit.department(), 200);

    let told = visit.introspect(&second["access_token"], Some("access_token"));
    let (active, subject) = (&told["active"], &told["sub"]);
    assert_eq!((active, subject), (&json!(true), &json!("user-id-001")), "{told}");
    assert_eq!(told["scope"], "department:read");
    let told = visit.introspect(&second["refresh_token"], Some("refresh_token"));
    assert_eq!((&told["active"], &told["token_type"]), (&json!(true), &json!("refresh_token")));

    visit.revoke(&second["refresh_token"], Some("refresh_token"));
    for token in [&first, &second] {
        for kind in ["access_token", "refresh_token"] {
            let told = visit.introspect(&token[kind], Some(kind));
            assert_eq!(told, json!({"active": false}), "{kind}");
        }
    }
    assert_eq!(visit.department(), 401);
    assert_eq!(visit.refresh()["error"], "invalid_grant");
}

#[test]
fn it_revokes_an_access_token_and_goes_on_with_the_next() {
    let mut visit = Visit::start();
    let access = visit.token["access_token"].clone();
    for hint in [None, Some("refresh_token"), Some("access_token")] {
        visit.revoke(&access, hint);
        assert_eq!(visit.department(), 401, "{hint:?}");
    }
    assert!(visit.refresh().get("token").is_some());
    assert_eq!(visit.department(), 200);
    visit.revoke(&json!("nonsense"), None);
    assert_eq!(visit.department(), 200);
}

#[test]
fn it_is_the_pinned_one() {
    let installed = Client::start().done(&json!({"do": "versions"}));
    let pins = include_str!("../../../tests/interop/requirements.txt");
    for name in ["Authlib", "requests"] {
        let pin = format!("{name}=={}", installed[name].as_str().unwrap());
        assert!(pins.lines().any(|line| line == pin), "{pin}; run tests/interop/install");
    }
}
