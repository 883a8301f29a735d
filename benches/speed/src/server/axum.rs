//! An axum `Router` without a socket.

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderName, HeaderValue, Uri};
use futures_util::future::LocalBoxFuture;
use tower_service::Service;

use super::{Request, Server};
use crate::job::Answer;

pub(super) struct Axum(pub(super) Router);

impl Axum {
    /// A router is cloned for each request where axum serves it, too.
    async fn call(&self, request: axum::extract::Request) -> axum::response::Response {
        let Ok(response) = Service::call(&mut self.0.clone(), request).await;
        response
    }
}

impl Server for Axum {
    fn answer<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Answer> {
        Box::pin(async {
            let response = self.call(make(request)).await;
            let status = response.status().as_u16();
            let body = to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default();
            Answer { status, body: body.into() }
        })
    }

    fn time<'a>(&'a self, requests: &'a [&'a Request]) -> LocalBoxFuture<'a, Duration> {
        Box::pin(async move {
            let start = Instant::now();
            for request in requests {
                drop(self.call(make(request)).await);
            }
            start.elapsed()
        })
    }
}

/// What the parser of hyper has read.
pub(crate) struct Head {
    uri: Uri,
    field: Option<(HeaderName, HeaderValue)>,
}

impl Head {
    pub(super) fn new(path: &str, field: Option<(&'static str, String)>) -> Self {
        let field = field.map(|(name, value)| {
            let value = HeaderValue::try_from(value).expect("a token is a sound value");
            (HeaderName::from_static(name), value)
        });
        Self { uri: path.parse().expect("it is a sound path"), field }
    }
}

fn make(request: &Request) -> axum::extract::Request {
    let Request::Axum(read) = request else { unreachable!("requests are made for their server") };
    let mut request = axum::extract::Request::new(Body::empty());
    request.uri_mut().clone_from(&read.uri);
    if let Some((name, value)) = &read.field {
        request.headers_mut().insert(name.clone(), value.clone());
    }
    request
}
