//! The application that all campaigns are against: a login, the refresh route as Portcullis
//! serves it, and a look into the store that no client of a real application has.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::{App, HttpResponse, HttpServer, error, rt, web};
use portcullis::{
    JwtBearer, Logins, MemoryStore, NotIssued, Portcullis, PostgresStore, RedisStore, RefreshStore,
    RefreshTokenService, RefreshTokens, Renewal, RevocationStore, Revocations, SqliteStore,
    StoreError, TokenResponse, UserId, UserPrivileges, endpoint,
};
use serde_json::json;

use crate::Outcome;

/// Where a user gets a first token.
pub(crate) const LOGIN: &str = "/login";
/// Where a token becomes its successor.
pub(crate) const REFRESH: &str = "/api/refresh-token";
/// Which tokens of a user the store takes for current.
pub(crate) const CURRENT: &str = "/store/current";
/// Ends every login of a user.
pub(crate) const END: &str = "/store/end";

/// Where an access token is used.
pub(crate) const ME: &str = "/me";
/// Ends the logins of a user, and revokes their access tokens: by session, or all of the user.
pub(crate) const REVOKE: &str = "/revoke";
/// How long after its acknowledgement a revocation is obeyed by all applications.
pub(crate) const BOUND: Duration = Duration::from_millis(500);

/// Serves on a port of its own, says which, and goes on for ever.
pub(crate) fn serve(store: &str, grace: Duration) -> Outcome {
    rt::System::new().block_on(async {
        match store.split_once(':') {
            Some(("memory", _)) => serve_on(MemoryStore::new(), grace).await,
            Some(("sqlite", path)) => serve_on(SqliteStore::open(path).await?, grace).await,
            Some(("postgres", _)) => serve_on(PostgresStore::connect(store).await?, grace).await,
            Some(("redis", _)) if store.contains(',') => {
                serve_on(RedisStore::connect_cluster(store.split(',')).await?, grace).await
            }
            Some(("redis", _)) => serve_on(RedisStore::connect(store).await?, grace).await,
            _ => Err("no store is there".into()),
        }
    })
}

async fn serve_on<S>(store: S, grace: Duration) -> Outcome
where
    S: RefreshStore + RevocationStore + Clone + 'static,
{
    let revocations = Revocations::open(store.clone()).bound(BOUND).await?;
    let portcullis = Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256(KEY).issuer(ISSUER).audience("campaigns"))
        .refresh_tokens(RefreshTokens::new(store.clone(), Users).grace(grace))
        .revocations(revocations)
        .build()?;
    let store: Store = Arc::new(store);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(web::Data::new(Arc::clone(&store)))
            .route(CURRENT, web::post().to(current))
            .route(END, web::post().to(end))
            .configure(portcullis.mount())
    });
    let server = server
        .workers(2)
        // Clients keep a connection for many rounds.
        .keep_alive(Duration::from_secs(600))
        .disable_signals()
        .bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
    let address = server.addrs().first().copied().ok_or("no address")?;
    let server = server.run();
    writeln!(io::stdout(), "{address}")?;
    io::stdout().flush()?;
    Ok(server.await?)
}

type Store = Arc<dyn RefreshStore>;

/// A client's user.
#[derive(serde::Deserialize)]
struct Named {
    user: String,
}

#[endpoint(post = "/login", anonymous)]
async fn login(
    named: web::Json<Named>,
    logins: Logins,
) -> Result<TokenResponse, portcullis::Error> {
    logins.issue(&named.user, |user| user.role("Client")).await
}

#[endpoint(post = "/me", roles("Client"))]
async fn me() -> &'static str {
    "you"
}

/// Whom to revoke.
#[derive(serde::Deserialize)]
struct Whom {
    user: String,
    /// By the user, and not by each session.
    whole: bool,
}

/// First no more is issued, and then what was issued is revoked.
#[endpoint(post = "/revoke", anonymous)]
async fn revoke(
    whom: web::Json<Whom>,
    logins: Logins,
    revocations: Revocations,
) -> Result<HttpResponse, portcullis::Error> {
    let user = logins.user(&whom.user)?;
    let sessions = logins.list(&user).await?;
    logins.end_all(&user).await?;
    if whom.whole {
        revocations.revoke_user(&user).await?;
    } else {
        for session in sessions {
            revocations.revoke_session(user.issuer(), session.sid(), None).await?;
        }
    }
    Ok(HttpResponse::Ok().json(json!({})))
}

/// Everybody may go on with what they had.
struct Users;

impl RefreshTokenService for Users {
    async fn renewal_privileges(
        &self,
        _: &Renewal,
        user: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        Ok(user.role("Client"))
    }
}

async fn current(
    store: web::Data<Store>,
    named: web::Json<Named>,
) -> actix_web::Result<HttpResponse> {
    let families = store.list(&user(&named), now()).await.map_err(unavailable)?;
    let current: Vec<String> =
        families.iter().map(|(_, family)| hex(family.rotation.current.as_bytes())).collect();
    Ok(HttpResponse::Ok().json(current))
}

async fn end(store: web::Data<Store>, named: web::Json<Named>) -> actix_web::Result<HttpResponse> {
    let ended = store.end_all(&user(&named)).await.map_err(unavailable)?;
    Ok(HttpResponse::Ok().json(json!({ "ended": ended.len() })))
}

fn user(named: &Named) -> UserId {
    UserId::new(ISSUER, &named.user)
}

fn unavailable(error: StoreError) -> actix_web::Error {
    error::ErrorServiceUnavailable(error)
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

const ISSUER: &str = "https://issuer.example";

/// The same for every application of a campaign, and for nothing else.
const KEY: &str = "the key of the campaigns, which sign nothing that anybody needs";
