//! Somebody who uses the service.

use std::time::Duration;

use actix_web::web::Bytes;
use awc::error::PayloadError;
use awc::{Client, ClientResponse};
use futures_util::Stream;
use serde_json::{Value, json};

use crate::server::Server;

/// Passwords take a while to be hashed.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a login or a renewal hands out.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub(crate) access: String,
    pub(crate) refresh: String,
}

/// What the service has answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Answer {
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    #[track_caller]
    pub(crate) fn pair(&self) -> Pair {
        assert_eq!(self.status, 200, "{self:?}");
        let answer = self.json();
        assert_eq!(answer["token_type"], "Bearer");
        let text = |name: &str| answer[name].as_str().unwrap().to_owned();
        Pair { access: text("access_token"), refresh: text("refresh_token") }
    }
}

impl Server {
    pub(crate) async fn log_in(&self, name: &str, password: &str, device: &str) -> Answer {
        let login = json!({"username": name, "password": password, "device": device});
        let request = Client::default().post(self.url("/api/login")).timeout(PATIENCE);
        answer(request.send_json(&login).await.unwrap()).await
    }

    pub(crate) async fn ada(&self, device: &str) -> Pair {
        self.log_in("ada", "analytical-engine", device).await.pair()
    }

    pub(crate) async fn eve(&self, device: &str) -> Pair {
        self.log_in("eve", "listens-to-everything", device).await.pair()
    }

    /// A request with an access token.
    pub(crate) async fn call(&self, method: &str, path: &str, by: &Pair) -> Answer {
        let client = Client::builder().bearer_auth(&by.access).timeout(PATIENCE).finish();
        let request = client.request(method.parse().unwrap(), self.url(path));
        answer(request.send().await.unwrap()).await
    }

    pub(crate) async fn renew(&self, refresh: &str) -> Answer {
        self.form("/api/refresh-token", None, &[("refresh_token", refresh)]).await
    }

    /// A form, of a client with a secret or of anybody.
    pub(crate) async fn form(
        &self,
        path: &str,
        client: Option<(&str, &str)>,
        form: &[(&str, &str)],
    ) -> Answer {
        let mut request = Client::default().post(self.url(path)).timeout(PATIENCE);
        if let Some((name, secret)) = client {
            request = request.basic_auth(name, secret);
        }
        answer(request.send_form(&form).await.unwrap()).await
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        answer(Client::default().get(self.url(path)).timeout(PATIENCE).send().await.unwrap()).await
    }
}

async fn answer<S>(mut response: ClientResponse<S>) -> Answer
where
    S: Stream<Item = Result<Bytes, PayloadError>>,
{
    let body = String::from_utf8(response.body().await.unwrap().to_vec()).unwrap();
    Answer { status: response.status().as_u16(), body }
}
