//! Stores that cannot be asked: neither a yes nor a no, and the client comes back.

use crate::server::{Answer, Server};

#[track_caller]
fn assert_unavailable(answer: &Answer) {
    assert_eq!((answer.status, answer.retry), (503, true), "{answer:?}");
    assert!(!answer.body.contains("active") && !answer.body.contains("disk"), "{answer:?}");
}

#[actix_web::test]
async fn a_login_that_could_not_be_ended_is_not_said_to_be_over() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    server.logins.fail(true);
    assert_unavailable(&server.revoke(&tokens.refresh).await);
    assert_unavailable(&server.introspect(&tokens.refresh).await);
    server.logins.fail(false);
    assert_eq!(server.revoke(&tokens.refresh).await.status, 200);
    assert_eq!(server.renew(&tokens.refresh).await.status, 400);
    assert_eq!(server.me(&tokens.access).await, 401);
}

/// Were the login ended first, the client that tries again would be told that all is done.
#[actix_web::test]
async fn access_tokens_that_could_not_be_revoked_are_revoked_by_the_next_attempt() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    server.revoked.fail(true);
    assert_unavailable(&server.revoke(&tokens.refresh).await);
    assert_unavailable(&server.revoke(&tokens.access).await);
    server.revoked.fail(false);
    assert_eq!(server.revoke(&tokens.refresh).await.status, 200);
    let opening = portcullis::Revocations::open(server.revoked.clone());
    let opened = opening.clock(server.clock.clone()).await.unwrap();
    assert_eq!(opened.count(), 1, "another instance knows of it");
    assert_eq!(server.me(&tokens.access).await, 401);
}

/// An access token is verified by its signature: the logins are not asked.
#[actix_web::test]
async fn what_needs_no_store_is_answered() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    server.logins.fail(true);
    assert_eq!(server.introspect(&tokens.access).await.json()["active"], true);
}
