//! The set-up: one scheme, one named policy, one App.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

use actix_web::dev::Server;
use actix_web::{App, HttpServer, web};
use portcullis::{JwtBearer, Portcullis, Problems, Rule};

use crate::signing_key::SigningKey;
use crate::users::Users;

/// Takes the port before anything else is done, since it may belong to somebody else.
pub(crate) fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("port {port} is taken; choose another with --port"),
        _ => format!("port {port} cannot be used ({error}); choose another with --port"),
    })
}

pub(crate) fn portcullis(key: &SigningKey) -> Result<Portcullis, Problems> {
    Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256(key).issuer("tour").audience("tour-api"))
        .policy("ManagersOnly", Rule::role("Manager") & Rule::claim("ManagerID"))
        .build()
}

/// Serves every `#[endpoint]` of this program: none is named here.
pub(crate) fn start(
    listener: TcpListener,
    portcullis: Portcullis,
    users: Users,
) -> io::Result<Server> {
    let users = web::Data::new(users);
    let app = move || App::new().app_data(users.clone()).configure(portcullis.mount());
    Ok(HttpServer::new(app).listen(listener)?.run())
}
