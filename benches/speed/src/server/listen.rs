//! A contender on a port of its own, in a process of its own.

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::{io, sync::Arc};

use actix_web::{App, HttpServer};

use crate::contenders::{Build, Contender, Routes};
use crate::job::Job;

/// Serves with so many workers, after it has said on which port; does not return.
pub(crate) fn listen(contender: &Contender, job: Job, workers: usize) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    say(listener.local_addr()?);
    match contender.build {
        Build::Actix(routes) => {
            actix_web::rt::System::new().block_on(actix(routes(job), listener, workers))
        }
        Build::Axum(router) => tokio::runtime::Builder::new_multi_thread()
            .worker_threads(workers)
            .enable_all()
            .build()?
            .block_on(axum(router(job), listener)),
        Build::Program(_) => unreachable!("a program listens by itself"),
    }
}

fn actix(
    routes: Routes,
    listener: TcpListener,
    workers: usize,
) -> impl Future<Output = io::Result<()>> {
    let app = move || {
        let routes = Arc::clone(&routes);
        App::new().configure(move |config| routes(config))
    };
    async move { HttpServer::new(app).workers(workers).listen(listener)?.run().await }
}

/// On the workers, where requests are served; the thread that called only waits.
async fn axum(router: axum::Router, listener: TcpListener) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    axum::serve(listener, router).await
}

fn say(address: SocketAddr) {
    println!("{}", address.port());
}
