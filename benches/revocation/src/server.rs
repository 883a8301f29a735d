//! A server, and tokens of its callers.

use std::time::Duration;

use actix_http::Request;
use actix_web::App;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::test::{TestRequest, init_service};
use portcullis::{JwtBearer, Portcullis, Revocations, endpoint};

use crate::store::Full;

pub(crate) const ISSUER: &str = "https://issuer.example";

#[endpoint(get = "/hello", roles("Admin"))]
async fn hello() -> &'static str {
    "hello"
}

/// Whether revocations are looked at.
pub(crate) enum Kind {
    Without,
    Revoking,
}

pub(crate) struct Server {
    portcullis: Portcullis,
    revocations: Option<Revocations>,
    tokens: Vec<String>,
}

impl Server {
    pub(crate) async fn start(kind: Kind, callers: usize) -> Self {
        let scheme = JwtBearer::hs256([7; 32]).issuer(ISSUER).audience("bench");
        let builder = Portcullis::builder().scheme("jwt", scheme);
        let (builder, revocations) = match kind {
            Kind::Without => (builder, None),
            Kind::Revoking => {
                // Nobody reads while requests are made: there is one thread.
                let revocations =
                    Revocations::open(Full).bound(Duration::from_secs(3600)).await.unwrap();
                (builder.revocations(revocations.clone()), Some(revocations))
            }
        };
        let portcullis = builder.build().unwrap();
        let token = |number| {
            let token = portcullis.tokens().subject(format!("user {number}")).roles(["Admin"]);
            token
                .claim("sid", format!("sid {number}"))
                .expires_in(Duration::from_secs(36_000))
                .sign()
                .unwrap()
        };
        let tokens = (0..callers).map(token).collect();
        Self { portcullis, revocations, tokens }
    }

    pub(crate) async fn app(
        &self,
    ) -> impl Service<Request, Response = ServiceResponse, Error = actix_web::Error> + use<> {
        init_service(App::new().configure(self.portcullis.mount())).await
    }

    pub(crate) fn request(&self, number: usize) -> Request {
        let token = &self.tokens[number % self.tokens.len()];
        let field = ("authorization", format!("Bearer {token}"));
        TestRequest::get().uri("/hello").insert_header(field).to_request()
    }

    pub(crate) async fn revoke_another(&self, number: usize) {
        if let Some(revocations) = &self.revocations {
            revocations.revoke_token(ISSUER, &format!("new {number}"), None).await.unwrap();
        }
    }
}
