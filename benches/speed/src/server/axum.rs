//! An axum `Router` without a socket.

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
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
        Box::pin(async {
            let requests = requests.iter().map(|request| make(request)).collect::<Vec<_>>();
            let start = Instant::now();
            for request in requests {
                drop(self.call(request).await);
            }
            start.elapsed()
        })
    }

    fn serve<'a>(&'a self, requests: &'a [&'a Request], first: usize) -> LocalBoxFuture<'a, ()> {
        Box::pin(async move {
            let mut requests = requests.iter().map(|request| make(request)).collect::<Vec<_>>();
            for request in requests.drain(..first) {
                drop(self.call(request).await);
            }
        })
    }
}

fn make(request: &Request) -> axum::extract::Request {
    let mut builder = axum::extract::Request::get(&request.path);
    if let Some((name, value)) = &request.field {
        builder = builder.header(*name, value);
    }
    builder.body(Body::empty()).expect("it is a sound request")
}
