//! RFC 7009: what a token is worth once it was given up.

use serde_json::json;

use crate::lookalikes::lookalikes;
use crate::server::{Answer, START, Server, pair, signed};

/// What everybody is answered who could be understood.
#[track_caller]
fn assert_done(answer: &Answer) {
    let told = (answer.status, &*answer.body, &*answer.cache);
    assert_eq!(told, (200, "", "no-store"), "{answer:?}");
}

#[actix_web::test]
async fn a_refresh_token_takes_its_login_along() {
    let server = Server::start().await;
    let (given_up, other) = (server.log_in("ada").await, server.log_in("ada").await);
    assert_done(&server.revoke(&given_up.refresh).await);
    let refused = server.renew(&given_up.refresh).await;
    assert_eq!((refused.status, &refused.json()["error"]), (400, &json!("invalid_grant")));
    assert_eq!(server.me(&given_up.access).await, 401);
    assert_eq!(server.me(&other.access).await, 200);
    assert_eq!(server.renew(&other.refresh).await.status, 200);
}

#[actix_web::test]
async fn every_access_token_of_the_login_goes_with_it() {
    let server = Server::start().await;
    let first = server.log_in("ada").await;
    server.clock.pass(60);
    let second = pair(&server.renew(&first.refresh).await);
    server.clock.pass(60);
    assert_eq!((server.me(&first.access).await, server.me(&second.access).await), (200, 200));
    assert_done(&server.revoke(&second.refresh).await);
    assert_eq!((server.me(&first.access).await, server.me(&second.access).await), (401, 401));
}

#[actix_web::test]
async fn a_refresh_token_that_was_used_takes_its_login_along_too() {
    for wait in [0, 60] {
        let server = Server::start().await;
        let first = server.log_in("ada").await;
        let second = pair(&server.renew(&first.refresh).await);
        server.clock.pass(wait);
        assert_done(&server.revoke(&first.refresh).await);
        assert_eq!(server.renew(&second.refresh).await.status, 400, "after {wait} s");
        assert_eq!(server.me(&second.access).await, 401, "after {wait} s");
    }
}

#[actix_web::test]
async fn an_access_token_goes_alone() {
    let server = Server::start().await;
    let pair_of_ada = server.log_in("ada").await;
    assert_done(&server.revoke(&pair_of_ada.access).await);
    assert_eq!(server.me(&pair_of_ada.access).await, 401);
    let next = pair(&server.renew(&pair_of_ada.refresh).await);
    assert_eq!(server.me(&next.access).await, 200);
}

#[actix_web::test]
async fn a_hint_changes_nothing() {
    let server = Server::start().await;
    let hints = ["access_token", "refresh_token", "ACCESS_TOKEN", "saml2", "", "a%00b"];
    for hint in hints {
        let tokens = server.log_in("ada").await;
        let form = |token: &str| format!("token_type_hint={hint}&token={token}");
        assert_done(&server.ask("/oauth/revoke", "shop", &form(&tokens.access)).await);
        assert_eq!(server.me(&tokens.access).await, 401, "{hint}");
        assert_done(&server.ask("/oauth/revoke", "shop", &form(&tokens.refresh)).await);
        assert_eq!(server.renew(&tokens.refresh).await.status, 400, "{hint}");
    }
}

#[actix_web::test]
async fn whoever_has_a_token_may_give_it_up_where_that_is_said() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    let form = format!("token={}&client_id=app&client_secret=any", tokens.refresh);
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    assert_done(&server.send("POST", "/oauth/give-up", &headers, &form).await);
    assert_eq!(server.me(&tokens.access).await, 401);
}

#[actix_web::test]
async fn a_client_that_is_none_is_refused_before_anything_is_read() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    let form = format!("token={}", tokens.refresh);
    for headers in [vec![], vec![("authorization", "Basic c2hvcDp3cm9uZw==")]] {
        let answer = server.send("POST", "/oauth/revoke", &headers, &form).await;
        assert_eq!(answer.status, 401, "{answer:?}");
    }
    assert_eq!(server.renew(&tokens.refresh).await.status, 200);
}

#[actix_web::test]
async fn twice_is_as_good_as_once() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    for token in [&tokens.access, &tokens.refresh, &tokens.access, &tokens.refresh] {
        assert_done(&server.revoke(token).await);
        assert_eq!(server.me(&tokens.access).await, 401);
    }
}

#[actix_web::test]
async fn what_is_worth_nothing_is_done_and_changes_nothing() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    for (what, token) in lookalikes(&tokens) {
        let answer = server.revoke(&token).await;
        assert_eq!((answer.status, &*answer.body), (200, ""), "{what}: {answer:?}");
        assert_eq!(server.revocations.count(), 0, "{what}");
        assert_eq!(server.me(&tokens.access).await, 200, "{what}");
    }
    assert_eq!(server.renew(&tokens.refresh).await.status, 200);
}

#[actix_web::test]
async fn a_token_that_cannot_be_revoked_is_told() {
    let server = Server::start().await;
    for jti in [json!(null), json!(""), json!(7), json!(["1"])] {
        let token = signed(&json!({ "jti": jti }));
        assert_eq!(server.me(&token).await, 200, "{jti}");
        let answer = server.revoke(&token).await;
        let told = (answer.status, &answer.json()["error"]);
        assert_eq!(told, (400, &json!("unsupported_token_type")), "{jti}: {answer:?}");
    }
}

/// It would be let in as soon as this server's clock has caught up.
#[actix_web::test]
async fn a_token_of_a_faster_clock_is_not_said_to_be_revoked() {
    let server = Server::start().await;
    for claim in ["nbf", "iat"] {
        let token = signed(&json!({ claim: START + 40 }));
        let answer = server.revoke(&token).await;
        assert_eq!((answer.status, answer.retry), (503, true), "{claim}: {answer:?}");
    }
    let token = signed(&json!({ "nbf": START + 40 }));
    server.clock.pass(20);
    assert_done(&server.revoke(&token).await);
    assert_eq!(server.me(&token).await, 401);
}
