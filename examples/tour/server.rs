//! The set-up: two schemes, what roles bring with them, one question that takes asking, one App.

use std::error::Error;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::{App, HttpRequest, HttpServer, web};
use portcullis::{
    CookieSession, JwtBearer, MemoryStore, Portcullis, Principal, RefreshTokens, Revocations,
    requirement_fn,
};

use crate::login::Renewing;
use crate::names::{Permission, Role};
use crate::signing_key::SigningKey;
use crate::users::Users;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// Takes the port before anything else is done, since it may belong to somebody else.
pub(crate) fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => format!("port {port} is taken; choose another with --port"),
        _ => format!("port {port} cannot be used ({error}); choose another with --port"),
    })
}

pub(crate) async fn portcullis(
    key: &SigningKey,
    users: Users,
) -> Result<Portcullis, Box<dyn Error>> {
    // Long enough for a tour: elsewhere five minutes will do, as they do by default.
    let tokens = RefreshTokens::new(MemoryStore::new(), Renewing(users.clone()))
        .access_validity(DAY)
        .refresh_validity(DAY);
    let revocations =
        Revocations::open(MemoryStore::new()).await.map_err(|error| error.to_string())?;
    // A token lasts for a day, a watch for some hours: so this is asked of the database.
    let on_watch = requirement_fn(async move |_: &HttpRequest, caller: &Principal| {
        users.is_on_watch(caller.id()).await
    });
    // Over plain HTTP and on this machine alone: a tour has no certificate.
    let sessions = CookieSession::stored(MemoryStore::new()).dangerous().plain_http_on_localhost();
    let builder = Portcullis::builder()
        // The first is the default: endpoints that say nothing take tokens.
        .scheme("jwt", JwtBearer::hs256(key).issuer("tour").audience("tour-api"))
        .scheme("cookie", sessions)
        .refresh_tokens(tokens)
        .revocations(revocations)
        .requirement("OnWatch", on_watch)
        .role_implies(Role::Manager, [Role::Employee])
        .role_grants(Role::Admin, [Permission::UpdateUsers, Permission::DeleteUsers])
        // Nobody audits the work that is also theirs: a manager neither.
        .exclusive_roles([Role::Employee, Role::Auditor]);
    Ok(builder.build()?)
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
