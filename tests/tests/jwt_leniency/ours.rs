//! The other side of the comparison: a server behind `JwtBearer`, over HTTP.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_test::TestServer;
use actix_web::App;
use actix_web::http::header::WWW_AUTHENTICATE;
use actix_web::rt::{System, SystemRunner};
use portcullis::{Builder, Clock, JwtBearer, Portcullis};
use serde_json::Value;

use crate::token::SECRET;

/// The scheme that most tests ask.
pub(crate) fn scheme() -> JwtBearer {
    JwtBearer::hs256(SECRET)
}

/// Seconds since 1970, by the clock of the system, which `jsonwebtoken` reads.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

pub(crate) struct Server {
    server: TestServer,
    system: SystemRunner,
}

impl Server {
    /// A server behind this scheme.
    pub(crate) fn of(scheme: JwtBearer) -> Self {
        Self::start(Portcullis::builder().scheme("jwt", scheme))
    }

    /// The same at a second that stands still.
    pub(crate) fn at(second: u64, scheme: JwtBearer) -> Self {
        let time = UNIX_EPOCH + Duration::from_secs(second);
        Self::start(Portcullis::builder().scheme("jwt", scheme).clock(At(time)))
    }

    /// The token is let in. Returns what the handler says of its caller.
    #[track_caller]
    pub(crate) fn accepts(&self, token: &str) -> String {
        let (status, _, body) = self.answer(token);
        assert_eq!(status, 200, "{body}");
        body
    }

    /// The token is invalid, for this reason.
    #[track_caller]
    pub(crate) fn refuses(&self, token: &str, why: &str) {
        let (status, challenge, body) = self.answer(token);
        let problem = serde_json::from_str::<Value>(&body).unwrap_or_default();
        assert_eq!(problem.get("detail").and_then(Value::as_str), Some(why), "{status} {body}");
        assert_eq!((status, &*challenge), (401, r#"Bearer realm="api", error="invalid_token""#));
    }

    fn start(builder: Builder) -> Self {
        let portcullis = builder.explain_denials(true).build().unwrap();
        let system = System::new();
        let server = system.block_on(async {
            actix_test::start(move || App::new().configure(portcullis.mount()))
        });
        Self { server, system }
    }

    fn answer(&self, token: &str) -> (u16, String, String) {
        self.system.block_on(async {
            let request = self.server.get("/me").bearer_auth(token);
            let mut response = request.send().await.unwrap();
            let challenge = response.headers().get(WWW_AUTHENTICATE);
            let challenge = challenge.map(|field| field.to_str().unwrap().to_owned());
            let body = String::from_utf8(response.body().await.unwrap().to_vec()).unwrap();
            (response.status().as_u16(), challenge.unwrap_or_default(), body)
        })
    }
}

/// A clock that stands still.
#[derive(Debug)]
struct At(SystemTime);

impl Clock for At {
    fn now(&self) -> SystemTime {
        self.0
    }
}
