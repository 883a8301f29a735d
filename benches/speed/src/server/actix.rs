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

fn make(read: &Request) -> actix_http::Request {
    let mut request = actix_http::Request::new();
    let head = request.head_mut();
    head.uri = read.path.parse::<Uri>().expect("it is a sound path");
    if let Some((name, value)) = &read.field {
        let value = HeaderValue::from_str(value).expect("a token is a sound value");
        head.headers.insert(HeaderName::from_static(name), value);
    }
    request
}
