//! The page, step by step, over each store.

use std::path::Path;

use portcullis_servers::{Postgres, Redis};
use serde_json::json;

use crate::server::Server;

const GATEWAY: Option<(&str, &str)> = Some(("gateway", "for-this-example-only"));

#[actix_web::test]
async fn in_memory() {
    let folder = tempfile::tempdir().unwrap();
    story(&Server::start(folder.path(), &["--store", "memory"])).await;
}

#[actix_web::test]
async fn in_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    story(&Server::start(folder.path(), &[])).await;
    survives(folder.path(), &[]).await;
}

#[actix_web::test]
async fn in_postgres() {
    let (folder, postgres) = (tempfile::tempdir().unwrap(), Postgres::start().unwrap());
    let arguments = ["--store", "postgres", "--url", &postgres.url()];
    story(&Server::start(folder.path(), &arguments)).await;
    survives(folder.path(), &arguments).await;
}

#[actix_web::test]
async fn in_redis() {
    let (folder, redis) = (tempfile::tempdir().unwrap(), Redis::start().unwrap());
    let arguments = ["--store", "redis", "--url", &redis.url()];
    story(&Server::start(folder.path(), &arguments)).await;
    survives(folder.path(), &arguments).await;
}

async fn story(server: &Server) {
    what_tokens_open(server).await;
    a_token_is_renewed_once(server).await;
    logins_are_listed_and_end(server).await;
    clients_ask_and_revoke(server).await;
    wrong_passwords(server).await;
}

async fn what_tokens_open(server: &Server) {
    let (ada, eve) = (server.ada("laptop").await, server.eve("phone").await);
    assert_eq!(server.call("PUT", "/api/department", &ada).await.status, 200);
    assert_eq!(server.call("PUT", "/api/department", &eve).await.status, 403);
    for who in [&ada, &eve] {
        assert_eq!(server.call("GET", "/api/department", who).await.status, 200);
        assert_eq!(server.call("POST", "/api/log-out-everywhere", who).await.status, 204);
    }
    assert_eq!(server.get("/api/department").await.status, 401);
}

async fn a_token_is_renewed_once(server: &Server) {
    let first = server.ada("laptop").await;
    let second = server.renew(&first.refresh).await.pair();
    assert_ne!((&first.access, &first.refresh), (&second.access, &second.refresh));
    assert_eq!(server.call("PUT", "/api/department", &second).await.status, 200);
    // Within the grace the same successor is told to whoever was not answered.
    assert_eq!(server.renew(&first.refresh).await.pair().refresh, second.refresh);
    let odd = server.renew("nonsense").await;
    assert_eq!((odd.status, odd.json()), (400, json!({"error": "invalid_grant"})));
    assert_eq!(server.call("POST", "/api/log-out", &second).await.status, 204);
    assert_eq!(server.call("GET", "/api/department", &second).await.status, 401);
    assert_eq!(server.call("GET", "/api/department", &first).await.status, 401);
    assert_eq!(server.renew(&second.refresh).await.status, 400);
}

async fn logins_are_listed_and_end(server: &Server) {
    let (laptop, phone) = (server.ada("laptop").await, server.ada("phone").await);
    let eve = server.eve("tablet").await;
    let list = server.call("GET", "/api/sessions", &laptop).await.json();
    let list = list.as_array().unwrap();
    let mut labels = list.iter().map(|login| login["label"].as_str().unwrap()).collect::<Vec<_>>();
    labels.sort_unstable();
    assert_eq!(labels, ["laptop", "phone"], "{list:?}");
    let of_phone = list.iter().find(|login| login["label"] == "phone").unwrap();
    let path = format!("/api/sessions/{}", of_phone["sid"].as_str().unwrap());
    assert_eq!(server.call("DELETE", &path, &eve).await.status, 404, "of somebody else");
    assert_eq!(server.call("DELETE", &path, &laptop).await.status, 204);
    assert_eq!(server.call("GET", "/api/department", &phone).await.status, 401);
    assert_eq!(server.renew(&phone.refresh).await.status, 400);
    assert_eq!(server.call("DELETE", &path, &laptop).await.status, 404, "it has ended");
    let phone = server.ada("phone").await;
    assert_eq!(server.call("POST", "/api/log-out-everywhere", &laptop).await.status, 204);
    for gone in [&laptop, &phone] {
        assert_eq!(server.call("GET", "/api/department", gone).await.status, 401);
        assert_eq!(server.renew(&gone.refresh).await.status, 400);
    }
    assert_eq!(server.call("GET", "/api/department", &eve).await.status, 200);
}

async fn clients_ask_and_revoke(server: &Server) {
    let ada = server.ada("laptop").await;
    let ask = async |client, token: &str| {
        server.form("/oauth/introspect", client, &[("token", token)]).await
    };
    let told = ask(GATEWAY, &ada.access).await.json();
    assert_eq!((&told["active"], &told["sub"]), (&json!(true), &json!("user-id-001")), "{told}");
    assert_eq!((&told["iss"], &told["roles"]), (&json!(server.url("")), &json!(["Manager"])));
    assert_eq!(ask(GATEWAY, &ada.refresh).await.json()["active"], true);
    assert_eq!(ask(None, &ada.access).await.status, 401);
    assert_eq!(ask(Some(("gateway", "guessed")), &ada.access).await.status, 401);
    let revoked = server.form("/oauth/revoke", None, &[("token", &ada.refresh)]).await;
    assert_eq!((revoked.status, &*revoked.body), (200, ""));
    for token in [&ada.access, &ada.refresh, "nonsense"] {
        assert_eq!(ask(GATEWAY, token).await.body, r#"{"active":false}"#);
    }
    assert_eq!(server.call("GET", "/api/department", &ada).await.status, 401);
    let told = server.get("/.well-known/oauth-authorization-server").await.json();
    assert_eq!(told["token_endpoint"], server.url("/api/refresh-token"));
    assert_eq!(told["revocation_endpoint"], server.url("/oauth/revoke"));
}

async fn wrong_passwords(server: &Server) {
    for (name, password) in [("ada", "listens-to-everything"), ("mallory", "analytical-engine")] {
        let answer = server.log_in(name, password, "").await;
        assert_eq!(answer.status, 401);
        assert_eq!(answer.json()["detail"], "The supplied credentials are invalid!");
    }
}

/// What was there before a restart is there after it, and what was revoked is not.
async fn survives(folder: &Path, arguments: &[&str]) {
    let server = Server::start(folder, arguments);
    let (kept, ended) = (server.ada("laptop").await, server.ada("phone").await);
    assert_eq!(server.call("POST", "/api/log-out", &ended).await.status, 204);
    let server = server.restart(folder, arguments);
    assert_eq!(server.renew(&ended.refresh).await.status, 400);
    let next = server.renew(&kept.refresh).await.pair();
    assert_eq!(server.call("PUT", "/api/department", &next).await.status, 200);
}
