//! Whoever is revoked renews nothing, and neither does anybody while that is not known.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use actix_web::rt::time::sleep;
use actix_web::test::TestRequest;
use portcullis::{MemoryStore, Opening, Principal, RefreshTokens, Revocations};

use super::application::Ailing;
use super::logins::{Service, login, renewed};
use super::server::{Hand, Server, opening};

const DAY: Duration = Duration::from_secs(24 * 3600);

/// Far more than any of this takes.
const PATIENCE: Duration = Duration::from_secs(60);

fn tokens() -> RefreshTokens {
    RefreshTokens::new(MemoryStore::new(), Service)
}

async fn over(opening: Opening, clock: Hand, tokens: RefreshTokens) -> Server {
    let revocations = opening.await.unwrap();
    Server::with(revocations, clock, |builder| builder.refresh_tokens(tokens))
}

#[actix_web::test]
async fn while_the_store_is_silent_nothing_is_renewed_whatever_life_was_promised() {
    for longest in [None, Some(DAY * 30)] {
        let (store, clock) = (Ailing::default(), Hand::default());
        let opening = Revocations::open(store.clone()).clock(clock.clone());
        let opening = opening.bound(Duration::from_millis(200));
        let opening = match longest {
            Some(longest) => opening.longest_life(longest),
            None => opening,
        };
        let server = over(opening, clock, tokens()).await;
        let (_, mut token) = login(&server, "ada").await;
        store.fails.store(true, Ordering::SeqCst);
        let begin = Instant::now();
        loop {
            let request = TestRequest::post().uri("/api/refresh-token");
            let answer = server.send(request.set_form([("refresh_token", &token)])).await;
            if answer.status == 503 {
                break;
            }
            assert!(begin.elapsed() < PATIENCE, "renewed for ever: {longest:?}");
            let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
            let next = body.get("refresh_token").unwrap();
            next.as_str().unwrap().clone_into(&mut token);
            sleep(Duration::from_millis(20)).await;
        }
        assert!(server.portcullis.logins().look_up(&token).await.is_err());
    }
}

/// The other process has another store of revocations: as if it had not read this one yet.
#[actix_web::test]
async fn what_is_renewed_where_it_is_not_known_yet_is_as_old_as_its_login() {
    let (clock, families) = (Hand::default(), MemoryStore::new());
    let tokens = || RefreshTokens::new(families.clone(), Service);
    let here = over(opening(&clock), clock.clone(), tokens()).await;
    let there = over(opening(&clock), clock.clone(), tokens()).await;
    let (_, token) = login(&here, "ada").await;
    clock.pass(60);
    let user = here.portcullis.logins().user("ada").unwrap();
    here.revocations.revoke_user(&user).await.unwrap();
    clock.pass(5);
    let (renewed, _) = renewed(&there, &token).await.unwrap();
    assert_eq!((there.me(&renewed).await, here.me(&renewed).await), (200, 401));
    let (access, _) = login(&there, "ada").await;
    assert_eq!(here.me(&access).await, 200, "who logs in anew is somebody");
}

#[actix_web::test]
async fn a_revoked_user_does_not_wait_until_that_is_forgotten() {
    let clock = Hand::default();
    let tokens = tokens().absolute(DAY).refresh_validity(DAY);
    let server = over(opening(&clock).longest_life(DAY), clock, tokens).await;
    let (_, token) = login(&server, "ada").await;
    let (_, other) = login(&server, "bob").await;
    let user = server.portcullis.logins().user("ada").unwrap();
    server.revocations.revoke_user(&user).await.unwrap();
    server.clock.pass(24 * 3600 - 1);
    assert!(renewed(&server, &token).await.is_none());
    assert!(renewed(&server, &other).await.is_some());
}

#[actix_web::test]
async fn who_logs_out_of_a_login_that_is_over_loses_the_access_token_all_the_same() {
    let clock = Hand::default();
    let five = Duration::from_secs(300);
    let server = over(opening(&clock), clock, tokens().refresh_validity(five)).await;
    let (access, token) = login(&server, "ada").await;
    let (another, _) = login(&server, "ada").await;
    let logins = server.portcullis.logins();
    let login = logins.look_up(&token).await.unwrap().unwrap();
    let issuer = login.user().issuer();
    let caller = |issuer: &str| Principal::new("ada").issuer(issuer).claim("sid", login.sid());
    // The login is over, and the access token is good for the leeway.
    server.clock.pass(310);
    assert!(!logins.log_out(&caller("another")).await.unwrap());
    assert_eq!(server.me(&access).await, 200);
    assert!(!logins.log_out(&caller(issuer)).await.unwrap());
    assert_eq!((server.me(&access).await, server.me(&another).await), (401, 200));
}
