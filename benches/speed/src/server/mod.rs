//! A contender at work: in this process, or on a port.

mod actix;
mod axum;
mod listen;

use std::time::Duration;

use futures_util::future::LocalBoxFuture;

use crate::contenders::{Build, Contender};
use crate::job::{Answer, Job};

pub(crate) use listen::listen;

/// A GET, as the contender will get it.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) path: String,
    /// The header with the token.
    pub(crate) field: Option<(&'static str, String)>,
}

impl Request {
    pub(crate) fn new(job: Job, contender: &Contender, token: Option<&str>) -> Self {
        Self { path: job.path(), field: token.map(|token| contender.field.carry(token)) }
    }
}

/// A contender in this process.
pub(crate) trait Server {
    fn answer<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Answer>;

    /// How long the requests take together, one after the other, from routing to the response.
    /// They are made before: that is the work of the HTTP library, whatever they carry.
    fn time<'a>(&'a self, requests: &'a [&'a Request]) -> LocalBoxFuture<'a, Duration>;

    /// Makes all requests, and serves the first so many of them.
    fn serve<'a>(&'a self, requests: &'a [&'a Request], first: usize) -> LocalBoxFuture<'a, ()>;
}

pub(crate) async fn start(contender: &Contender, job: Job) -> Box<dyn Server> {
    match contender.build {
        Build::Actix(routes) => actix::server(routes(job)).await,
        Build::Axum(router) => Box::new(axum::Axum(router(job))),
        Build::Program(_) => unreachable!("a program does not run in this process"),
    }
}
