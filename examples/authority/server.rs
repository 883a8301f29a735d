//! The set-up: whose tokens are accepted, and where they say what the caller may.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use actix_web::dev::Server;
use actix_web::{App, HttpServer};
use portcullis::{Authority, Clock, JwtBearer, Portcullis, Preset, Problems};
use portcullis_identity_provider::IdentityProvider;

pub(crate) fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("port {port} cannot be used ({error}); choose another with --port")
    })
}

pub(crate) fn portcullis(
    provider: &IdentityProvider,
    clock: impl Clock + 'static,
) -> Result<Portcullis, Problems> {
    // A provider that the world knows needs no certificate here: its address is all.
    let authority = Authority::new(provider.issuer()).root_certificate(provider.root_certificate());
    let scheme = JwtBearer::authority(authority)
        .audience("orders-api")
        .preset(Preset::keycloak("orders-api"));
    Portcullis::builder().scheme("jwt", scheme).clock(clock).build()
}

pub(crate) fn start(listener: TcpListener, portcullis: Portcullis) -> io::Result<Server> {
    let app = move || App::new().configure(portcullis.mount());
    Ok(HttpServer::new(app).workers(2).listen(listener)?.run())
}
