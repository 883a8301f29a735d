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

fn make(read: &Request) -> axum::extract::Request {
    let mut request = axum::extract::Request::new(Body::empty());
    *request.uri_mut() = read.path.parse::<Uri>().expect("it is a sound path");
    if let Some((name, value)) = &read.field {
        let value = HeaderValue::from_str(value).expect("a token is a sound value");
        request.headers_mut().insert(HeaderName::from_static(name), value);
    }
    request
}
