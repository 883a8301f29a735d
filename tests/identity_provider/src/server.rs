//! The server, in a thread of its own: it goes on while a test waits.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use actix_web::web::{self, Data};
use actix_web::{App, HttpServer};

use crate::behaviour::{answer, answer_elsewhere};
use crate::tls::Tls;
use crate::{Desk, Page};

pub(crate) struct Running {
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

/// Waits for the port, if it was somebody's until just now.
pub(crate) fn listen(address: SocketAddr) -> TcpListener {
    for _ in 0..100 {
        match TcpListener::bind(address) {
            Ok(listener) => return listener,
            Err(_) => thread::sleep(Duration::from_millis(50)),
        }
    }
    TcpListener::bind(address).unwrap()
}

pub(crate) fn start(listener: TcpListener, tls: &Tls, desk: Arc<Desk>) -> Running {
    let tls = tls.server();
    let desk = Data::from(desk);
    let (started, handle) = mpsc::channel();
    let thread = thread::spawn(move || {
        System::new().block_on(async move {
            let app = move || App::new().app_data(desk.clone()).configure(pages);
            let server = HttpServer::new(app).workers(1).disable_signals().shutdown_timeout(0);
            let server = server.listen_rustls_0_23(listener, tls).unwrap().run();
            started.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    Running { server: handle.recv().unwrap(), thread: Some(thread) }
}

fn pages(app: &mut web::ServiceConfig) {
    let page =
        |page| web::get().to(move |desk: Data<Desk>| async move { answer(page, &desk).await });
    let elsewhere = |page| web::get().to(move |desk: Data<Desk>| answer_elsewhere(page, desk));
    app.route("/.well-known/openid-configuration", page(Page::Metadata))
        .route("/keys", page(Page::Keys))
        .route("/elsewhere/metadata", elsewhere(Page::Metadata))
        .route("/elsewhere/keys", elsewhere(Page::Keys));
}

impl Drop for Running {
    fn drop(&mut self) {
        // The command is sent at once; the future only waits for the answer.
        drop(self.server.stop(false));
        let ended = self.thread.take().map(JoinHandle::join);
        drop(ended);
    }
}
