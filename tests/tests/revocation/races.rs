//! Revocations against requests that are under way: after the acknowledgement none that begins
//! enters here, and none elsewhere after the bound.
//!
//! `PORTCULLIS_ROUNDS` says how many rounds, 20 if it does not.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use actix_web::dev::{Service, ServiceResponse};
use actix_web::rt::task::yield_now;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App, rt};
use futures_util::future::{join_all, join3};
use portcullis::{
    MemoryStore, Portcullis, PostgresStore, RedisStore, RevocationStore, Revocations, SqliteStore,
    UserId,
};
use portcullis_servers::{Postgres, Redis, RedisCluster};
use serde_json::json;

use super::server::{Hand, Server};

const JWT: &str = "urn:portcullis:scheme:jwt";
const BOUND: Duration = Duration::from_millis(400);
const IN_FLIGHT: usize = 8;

pub(crate) fn rounds() -> usize {
    std::env::var("PORTCULLIS_ROUNDS").map_or(20, |rounds| rounds.parse().unwrap())
}

async fn over(store: &Arc<dyn RevocationStore>, clock: &Hand) -> Server {
    let opening = Revocations::open_shared(Arc::clone(store)).clock(clock.clone()).bound(BOUND);
    Server::with(opening.await.unwrap(), clock.clone(), |builder| builder)
}

/// What those who ask are told, and tell.
#[derive(Default)]
struct Round {
    /// How often somebody has entered.
    entered: AtomicUsize,
    /// When the revocation was acknowledged.
    told: OnceLock<Instant>,
    end: AtomicBool,
}

/// Asks again and again until the end. No request enters that begins after the acknowledgement
/// and a time of grace.
async fn ask<S, E>(app: &S, token: &str, grace: Duration, round: &Round)
where
    S: Service<actix_http::Request, Response = ServiceResponse, Error = E>,
    E: std::fmt::Debug,
{
    while !round.end.load(Ordering::SeqCst) {
        let due = round.told.get().is_some_and(|at| at.elapsed() >= grace);
        let request = TestRequest::get().uri("/me").insert_header(("authorization", token));
        let status = app.call(request.to_request()).await.unwrap().status().as_u16();
        assert!(!due || status != 200, "somebody entered after it was acknowledged");
        // On a machine with other work to do, a reading may come too late: that lets nobody in.
        assert!([200, 401, 503].contains(&status), "{status}");
        round.entered.fetch_add(usize::from(status == 200), Ordering::SeqCst);
        yield_now().await;
    }
}

async fn app(
    portcullis: &Portcullis,
) -> impl Service<actix_http::Request, Response = ServiceResponse, Error = actix_web::Error> + use<>
{
    init_service(App::new().configure(portcullis.mount())).await
}

async fn revoke(server: &Server, round: usize) {
    let until = Some(portcullis::Clock::now(&server.clock) + Duration::from_secs(3600));
    let all = &server.revocations;
    match round % 3 {
        0 => all.revoke_token(JWT, &format!("jti {round}"), until).await.unwrap(),
        1 => all.revoke_session(JWT, &format!("sid {round}"), until).await.unwrap(),
        _ => all.revoke_user(&UserId::new(JWT, format!("user {round}"))).await.unwrap(),
    }
}

/// For each store one line at the end of this file.
async fn nobody_survives(store: Arc<dyn RevocationStore>) {
    let clock = Hand::default();
    let (here, elsewhere) = (over(&store, &clock).await, over(&store, &clock).await);
    let (near, far) = (app(&here.portcullis).await, app(&elsewhere.portcullis).await);
    let rounds = rounds();
    // Several at a time, since each of them waits for the bound.
    for first in (0..rounds).step_by(25) {
        join_all((first..rounds.min(first + 25)).map(|round| one_round(&here, &near, &far, round)))
            .await;
    }
}

async fn one_round<S, E>(here: &Server, near: &S, far: &S, round: usize)
where
    S: Service<actix_http::Request, Response = ServiceResponse, Error = E>,
    E: std::fmt::Debug,
{
    let claims = json!({
        "sub": format!("user {round}"),
        "jti": format!("jti {round}"),
        "sid": format!("sid {round}"),
        "iat": here.clock.seconds(),
    });
    let (_, token) = here.token(claims);
    let (token, state) = (token.as_str(), &Round::default());
    let ask_all = |app, grace| join_all((0..IN_FLIGHT).map(move |_| ask(app, token, grace, state)));
    let revoking = async {
        while state.entered.load(Ordering::SeqCst) < 2 * IN_FLIGHT + round % 7 {
            yield_now().await;
        }
        revoke(here, round).await;
        state.told.set(Instant::now()).unwrap();
        rt::time::sleep(BOUND + Duration::from_millis(20)).await;
        state.end.store(true, Ordering::SeqCst);
    };
    join3(ask_all(near, Duration::ZERO), ask_all(far, BOUND), revoking).await;
}

#[actix_web::test]
async fn nobody_survives_a_revocation_in_memory() {
    nobody_survives(Arc::new(MemoryStore::new())).await;
}

#[actix_web::test]
async fn nobody_survives_a_revocation_in_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    nobody_survives(Arc::new(store)).await;
}

#[actix_web::test]
async fn nobody_survives_a_revocation_in_postgres() {
    let server = Postgres::start().unwrap();
    nobody_survives(Arc::new(PostgresStore::connect(&server.url()).await.unwrap())).await;
}

#[actix_web::test]
async fn nobody_survives_a_revocation_in_redis() {
    let server = Redis::start().unwrap();
    nobody_survives(Arc::new(RedisStore::connect(server.url()).await.unwrap())).await;
}

#[actix_web::test]
async fn nobody_survives_a_revocation_in_a_redis_cluster() {
    let cluster = RedisCluster::start().unwrap();
    let store = RedisStore::connect_cluster(cluster.urls()).await.unwrap();
    nobody_survives(Arc::new(store)).await;
}
