//! A contender at work: in this process, or on a port.

mod actix;
mod axum;
mod listen;

use std::time::Duration;

use futures_util::future::LocalBoxFuture;

use crate::contenders::{Build, Contender};
use crate::job::{Answer, Job};

pub(crate) use listen::listen;

/// A GET, by the HTTP library of the contender.
pub(crate) enum Request {
    Actix(actix::Head),
    Axum(axum::Head),
}

impl Request {
    pub(crate) fn new(job: Job, contender: &Contender, token: Option<&str>) -> Self {
        let field = token.map(|token| contender.field.carry(token));
        match contender.build {
            Build::Actix(_) => Self::Actix(actix::Head::new(&job.path(), field)),
            Build::Axum(_) => Self::Axum(axum::Head::new(&job.path(), field)),
            Build::Program(_) => unreachable!("a program does not run in this process"),
        }
    }
}

/// A contender in this process.
pub(crate) trait Server {
    fn answer<'a>(&'a self, request: &'a Request) -> LocalBoxFuture<'a, Answer>;

    /// How long the requests take together, one after the other: to make each of what an HTTP
    /// parser has read, to serve it, and to drop the response.
    fn time<'a>(&'a self, requests: &'a [&'a Request]) -> LocalBoxFuture<'a, Duration>;
}

pub(crate) async fn start(contender: &Contender, job: Job) -> Box<dyn Server> {
    match contender.build {
        Build::Actix(routes) => actix::server(routes(job)).await,
        Build::Axum(router) => Box::new(axum::Axum(router(job))),
        Build::Program(_) => unreachable!("a program does not run in this process"),
    }
}
