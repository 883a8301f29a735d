//! Logins that end take their access tokens along.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::rt::task::yield_now;
use actix_web::test::TestRequest;
use futures_util::future::{join, join_all};
use portcullis::{
    JwtBearer, MemoryStore, NotIssued, Portcullis, RefreshStore, RefreshTokenService,
    RefreshTokens, Renewal, RevocationStore, Revocations, SqliteStore, UserPrivileges,
};
use serde_json::Value;

use super::application::Ailing;
use super::server::{Hand, SECRET, Server, bearer};

pub(super) struct Service;

impl RefreshTokenService for Service {
    async fn renewal_privileges(
        &self,
        _: &Renewal,
        privileges: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        Ok(privileges)
    }
}

/// Takes its time, and meanwhile the user is revoked.
struct Slow {
    revocations: Revocations,
    clock: Hand,
}

impl RefreshTokenService for Slow {
    async fn renewal_privileges(
        &self,
        renewal: &Renewal,
        privileges: UserPrivileges,
    ) -> Result<UserPrivileges, NotIssued> {
        self.revocations.revoke_user(renewal.user()).await.unwrap();
        self.clock.pass(5);
        Ok(privileges)
    }
}

async fn server(
    logins: impl RefreshStore + 'static,
    revocations: impl RevocationStore + 'static,
) -> Server {
    let clock = Hand::default();
    let revocations = Revocations::open(revocations).clock(clock.clone()).await.unwrap();
    let tokens = RefreshTokens::new(logins, Service);
    Server::with(revocations, clock, |builder| builder.refresh_tokens(tokens))
}

/// An access token, as a header, and a refresh token.
pub(super) type Pair = ((String, String), String);

pub(super) async fn login(server: &Server, user: &str) -> Pair {
    let pair = server.portcullis.logins().issue(user, |user| user).await.unwrap();
    (bearer(pair.access_token()), pair.refresh_token().to_owned())
}

pub(super) async fn renewed(server: &Server, token: &str) -> Option<Pair> {
    let request = TestRequest::post().uri("/api/refresh-token");
    let answer = server.send(request.set_form([("refresh_token", token)])).await;
    assert!([200, 400].contains(&answer.status), "{answer:?}");
    let body: Value = serde_json::from_str(&answer.body).unwrap();
    Some((
        bearer(body.get("access_token")?.as_str()?),
        body.get("refresh_token")?.as_str()?.to_owned(),
    ))
}

#[actix_web::test]
async fn a_login_that_ends_takes_its_access_tokens_along_and_no_others() {
    let server = server(MemoryStore::new(), MemoryStore::new()).await;
    let (mine, token) = login(&server, "ada").await;
    let (next, token) = renewed(&server, &token).await.unwrap();
    let (another, _) = login(&server, "ada").await;
    for header in [&mine, &next, &another] {
        assert_eq!(server.me(header).await, 200);
    }
    assert!(server.portcullis.logins().end_token(&token).await.unwrap());
    for (header, status) in [(&mine, 401), (&next, 401), (&another, 200)] {
        assert_eq!(server.me(header).await, status);
    }
}

#[actix_web::test]
async fn when_all_logins_of_a_user_end_nothing_of_the_user_counts_until_the_next() {
    let server = server(MemoryStore::new(), MemoryStore::new()).await;
    let (one, other, bob) =
        (login(&server, "ada").await, login(&server, "ada").await, login(&server, "bob").await);
    let logins = server.portcullis.logins();
    assert_eq!(logins.end_all(&logins.user("ada").unwrap()).await.unwrap(), 2);
    for (pair, status) in [(&one, 401), (&other, 401), (&bob, 200)] {
        assert_eq!(server.me(&pair.0).await, status);
    }
    // Within the same second: whoever has a new password goes on.
    assert_eq!(server.me(&login(&server, "ada").await.0).await, 200);
}

#[actix_web::test]
async fn whoever_has_stolen_a_refresh_token_loses_the_access_tokens_too() {
    let server = server(MemoryStore::new(), MemoryStore::new()).await;
    let (first, stolen) = login(&server, "ada").await;
    let (second, _) = renewed(&server, &stolen).await.unwrap();
    server.clock.pass(11);
    assert_eq!(server.me(&second).await, 200);
    assert!(renewed(&server, &stolen).await.is_none());
    assert_eq!((server.me(&first).await, server.me(&second).await), (401, 401));
}

#[actix_web::test]
async fn a_login_that_cannot_be_revoked_is_ended_by_the_next_attempt() {
    let store = Ailing::default();
    let server = server(MemoryStore::new(), store.clone()).await;
    let (access, token) = login(&server, "ada").await;
    let logins = server.portcullis.logins();
    store.fails.store(true, Ordering::SeqCst);
    assert!(logins.end_token(&token).await.is_err());
    store.fails.store(false, Ordering::SeqCst);
    assert!(logins.end_token(&token).await.unwrap());
    assert_eq!(server.me(&access).await, 401);
    let after = Revocations::open(store).await.unwrap();
    assert_eq!(after.count(), 1, "it is in the store");
}

#[actix_web::test]
async fn nobody_is_renewed_who_is_revoked_meanwhile() {
    let clock = Hand::default();
    let revocations = Revocations::open(MemoryStore::new()).clock(clock.clone()).await.unwrap();
    let slow = Slow { revocations: revocations.clone(), clock: clock.clone() };
    let tokens = RefreshTokens::new(MemoryStore::new(), slow);
    let server = Server::with(revocations, clock, |builder| builder.refresh_tokens(tokens));
    let (access, token) = login(&server, "ada").await;
    assert!(renewed(&server, &token).await.is_none());
    assert_eq!(server.me(&access).await, 401);
    assert!(renewed(&server, &token).await.is_none());
}

/// What is kept about the user would vanish before the login is over.
#[actix_web::test]
async fn no_login_lasts_longer_than_was_promised() {
    let day = Duration::from_secs(24 * 3600);
    let opening = Revocations::open(MemoryStore::new()).longest_life(day);
    let revocations = opening.await.unwrap();
    let is_told = |absolute: Duration| {
        let tokens = RefreshTokens::new(MemoryStore::new(), Service).absolute(absolute);
        let problems = Portcullis::builder()
            .module("revocation::endpoints")
            .scheme("jwt", JwtBearer::hs256(SECRET))
            .refresh_tokens(tokens)
            .revocations(revocations.clone())
            .build()
            .unwrap_err();
        let told = "a login lasts longer than `Opening::longest_life` promises";
        problems.to_string().contains(told)
    };
    assert!(!is_told(day));
    assert!(is_told(day + Duration::from_secs(1)));
}

/// Renews again and again until that is refused, and keeps every access token.
async fn renew(
    server: &Server,
    token: &str,
    gained: &Mutex<Vec<(String, String)>>,
    told: &AtomicBool,
) {
    let mut token = token.to_owned();
    loop {
        let late = told.load(Ordering::SeqCst);
        let Some((access, next)) = renewed(server, &token).await else { return };
        assert!(!late, "renewed after the login had ended");
        gained.lock().unwrap().push(access);
        token = next;
        yield_now().await;
    }
}

/// `PORTCULLIS_ROUNDS` says how many rounds, as for the other races.
async fn no_token_survives<S>(store: S)
where
    S: RefreshStore + RevocationStore + Clone + 'static,
{
    let server = server(store.clone(), store).await;
    for round in 0..super::races::rounds() {
        let user = format!("user {round}");
        let (access, token) = login(&server, &user).await;
        let (gained, told) = (Mutex::new(vec![access]), AtomicBool::new(false));
        let renewing = join_all((0..4).map(|_| renew(&server, &token, &gained, &told)));
        let ending = async {
            actix_web::rt::time::sleep(Duration::from_micros(round as u64 * 311 % 5000)).await;
            let logins = server.portcullis.logins();
            match round % 2 {
                0 => drop(logins.end_token(&token).await.unwrap()),
                _ => drop(logins.end_all(&logins.user(user).unwrap()).await.unwrap()),
            }
            told.store(true, Ordering::SeqCst);
        };
        join(renewing, ending).await;
        for access in gained.into_inner().unwrap() {
            assert_eq!(server.me(&access).await, 401, "an access token survived");
        }
    }
}

#[actix_web::test]
async fn no_token_survives_its_login_in_memory() {
    no_token_survives(MemoryStore::new()).await;
}

#[actix_web::test]
async fn no_token_survives_its_login_in_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("store.sqlite")).await.unwrap();
    no_token_survives(store).await;
}
