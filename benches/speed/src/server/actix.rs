//! An actix `App` without a socket.

use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, to_bytes};
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::test::init_service;
use actix_web::{App, Error};
use futures_util::future::LocalBoxFuture;

use super::{Request, Server};
use crate::contenders::Routes;
use crate::job::Answer;

pub(super) async fn server(routes: Routes) -> Box<dyn Server> {
    Box::new(Actix(init_service(App::new().configure(|config| routes(config))).await))
}

struct Actix<S>(S);

impl<S> Server for Actix<S>
where
    S: Service<actix_http::Request, Response = ServiceResponse<BoxBody>, Error = Error>,
{
    fn answer<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Answer> {
        Box::pin(async {
            let response = match self.0.call(make(request)).await {
                Ok(response) => response.into_parts().1,
                Err(error) => error.error_response(),
            };
            let status = response.status().as_u16();
            let body = to_bytes(response.into_body()).await.unwrap_or_default();
            Answer { status, body: body.into() }
        })
    }

    fn time<'a>(&'a self, requests: &'a [&'a Request]) -> LocalBoxFuture<'a, Duration> {
        Box::pin(async move {
            let start = Instant::now();
            for request in requests {
                let request = make(request);
                drop(self.0.call(request).await.map_err(|error| error.error_response()));
            }
            start.elapsed()
        })
    }
}

/// What the parser of `actix_http` has read.
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

/// As the dispatcher does it: nothing is copied.
fn make(request: &Request) -> actix_http::Request {
    let Request::Actix(read) = request else { unreachable!("requests are made for their server") };
    let mut request = actix_http::Request::new();
    let head = request.head_mut();
    head.uri.clone_from(&read.uri);
    if let Some((name, value)) = &read.field {
        head.headers.insert(name.clone(), value.clone());
    }
    request
}
