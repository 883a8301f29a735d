//! A contender at work: in this process, or on a port.

mod actix;
mod axum;
mod listen;

use std::rc::Rc;
use std::time::Duration;

use futures_util::future::LocalBoxFuture;

use crate::contenders::{BARE, Build, Contender};
use crate::job::{Answer, Job};

pub(crate) use listen::listen;

/// A GET, as it comes.
pub(crate) struct Request {
    path: String,
    /// The header with the token.
    field: Option<(&'static str, String)>,
}

impl Request {
    pub(crate) fn new(job: Job, contender: &Contender, token: Option<&str>) -> Self {
        Self { path: job.path(), field: token.map(|token| contender.field.carry(token)) }
    }
}

/// Requests of many callers, for all contenders that read the usual header.
pub(crate) fn of_callers(tokens: impl Iterator<Item = String>) -> Rc<Vec<Request>> {
    let request = |token: String| Request::new(Job::PLAIN, &BARE, Some(&token));
    Rc::new(tokens.map(request).collect())
}

/// A contender in this process.
pub(crate) trait Server {
    fn answer<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Answer>;

    /// How long the requests take together, one after the other: to make each of its path and
    /// its header, as an HTTP parser has to, to serve it, and to drop the response.
    fn time<'a>(&'a self, requests: &'a [&'a Request]) -> LocalBoxFuture<'a, Duration>;
}

pub(crate) async fn start(contender: &Contender, job: Job) -> Box<dyn Server> {
    match contender.build {
        Build::Actix(routes) => actix::server(routes(job)).await,
        Build::Axum(router) => Box::new(axum::Axum(router(job))),
        Build::Program(_) => unreachable!("a program does not run in this process"),
    }
}
