//! A user of the service, who asks for them, and how answers look.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnectOptions;

use crate::client::{Answer, Client};
use crate::server::Server;

pub(crate) const PASSWORD: &str = "correct horse battery";

/// A user of the service, and who asks for them.
pub(crate) struct Visit {
    server: Server,
    pub(crate) client: Client,
}

impl Visit {
    /// Eve is registered.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let mut visit = Self { server: Server::start(arguments), client: Client::start() };
        let eve = json!({"email": "eve@home.example", "name": "Eve", "password": PASSWORD});
        assert_eq!(visit.post("/register", &eve).status, 201);
        visit
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.client.ask("POST", &self.server.url(path), &[], body)
    }

    pub(crate) fn token(&mut self, write: bool) -> String {
        let login = json!({"email": "eve@home.example", "password": PASSWORD, "write": write});
        let answer = self.post("/login", &login);
        assert_eq!((answer.status, header(&answer, "cache-control")), (200, "no-store".to_owned()));
        let signed = serde_json::from_str::<Value>(&answer.body).unwrap();
        assert_eq!(signed["token_type"], "Bearer");
        signed["access_token"].as_str().unwrap().to_owned()
    }

    /// What `/users/me` answers to this `Authorization`.
    pub(crate) fn me(&mut self, authorization: Option<&str>) -> Answer {
        let headers = authorization.map(|value| ("authorization", value));
        self.client.ask("GET", &self.server.url("/users/me"), headers.as_slice(), &Value::Null)
    }

    pub(crate) fn with_token(&mut self, token: &str) -> Answer {
        self.me(Some(&format!("Bearer {token}")))
    }

    /// What `/logout` answers to a token.
    pub(crate) fn log_out(&mut self, token: &str) -> Answer {
        let bearer = format!("Bearer {token}");
        let url = self.server.url("/logout");
        self.client.ask("POST", &url, &[("authorization", &bearer)], &Value::Null)
    }

    /// The same with another process of the service.
    pub(crate) fn after_a_restart(self) -> Self {
        Self { server: self.server.restart(), client: self.client }
    }

    pub(crate) fn change(&mut self, method: &str, token: &str, body: &Value) -> Answer {
        let bearer = format!("Bearer {token}");
        let url = self.server.url("/users/me");
        self.client.ask(method, &url, &[("authorization", &bearer)], body)
    }

    /// The claims that a token of the service has, for whoever forges one.
    pub(crate) fn claims(&mut self) -> Value {
        let token = self.token(false);
        let me = self.with_token(&token).body;
        let id = serde_json::from_str::<Value>(&me).unwrap()["id"].clone();
        json!({"iss": "lesson", "aud": "lesson-api", "sub": id, "exp": now() + 600})
    }

    pub(crate) fn sql(&self, sql: &'static str) {
        let options = SqliteConnectOptions::new().filename(self.server.database());
        actix_web::rt::System::new().block_on(async {
            let db = SqlitePool::connect_with(options).await.unwrap();
            sqlx::raw_sql(sql).execute(&db).await.unwrap();
            db.close().await;
        });
    }
}

pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

pub(crate) fn header(answer: &Answer, name: &str) -> String {
    let values = answer.headers[name].as_array().cloned().unwrap_or_default();
    values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" | ")
}

/// 401 as RFC 6750 §3 has it, and a body that tells nothing.
#[track_caller]
pub(crate) fn assert_unauthorized(answer: &Answer, error: Option<&str>) {
    assert_eq!(answer.status, 401, "{answer:?}");
    let challenge = match error {
        Some(error) => format!(r#"Bearer realm="api", error="{error}""#),
        None => r#"Bearer realm="api""#.to_owned(),
    };
    assert_eq!(header(answer, "www-authenticate"), challenge, "{answer:?}");
    assert_eq!(header(answer, "cache-control"), "no-store", "{answer:?}");
    assert_eq!(answer.body, r#"{"type":"about:blank","title":"Unauthorized","status":401}"#);
}
