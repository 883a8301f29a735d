//! Who may ask what a token is worth: nobody that the endpoint's policy does not let in.

use serde_json::json;

use crate::server::{FORM, START, Server, basic, signed};

#[actix_web::test]
async fn those_whom_the_policy_lets_in() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    let bearer = |token: &str| format!("Bearer {token}");
    let scoped = signed(&json!({"scope": "introspect", "jti": "2"}));
    let over = signed(&json!({"scope": "introspect", "exp": START - 60}));
    let callers = [
        ("a client by its password", basic("gateway"), 200),
        ("a client with a token", bearer(&scoped), 200),
        ("a client that may not", basic("shop"), 403),
        ("a user", bearer(&tokens.access), 403),
        ("a client that nobody knows", basic("nobody"), 401),
        ("a token that is over", bearer(&over), 401),
        ("the refresh token", bearer(&tokens.refresh), 401),
        ("another scheme", "Digest a".to_owned(), 401),
    ];
    let form = format!("token={}", tokens.access);
    for (who, authorization, status) in callers {
        let headers = [("content-type", FORM), ("authorization", &*authorization)];
        let answer = server.send("POST", "/oauth/introspect", &headers, &form).await;
        assert_eq!(answer.status, status, "{who}: {answer:?}");
        assert_eq!(answer.body.contains("\"active\""), status == 200, "{who}: {answer:?}");
    }
    let headers = [("content-type", FORM)];
    let answer = server.send("POST", "/oauth/introspect", &headers, &form).await;
    assert_eq!(answer.status, 401, "{answer:?}");
}

#[actix_web::test]
async fn a_client_whose_token_was_revoked_learns_nothing() {
    let server = Server::start().await;
    let scoped = signed(&json!({"scope": "introspect", "jti": "2"}));
    let form = format!("token={scoped}");
    let bearer = format!("Bearer {scoped}");
    let headers = [("content-type", FORM), ("authorization", &*bearer)];
    let ask = || server.send("POST", "/oauth/introspect", &headers, &form);
    assert_eq!(ask().await.json()["active"], true);
    server.revoke(&scoped).await;
    assert_eq!(ask().await.status, 401);
}

#[actix_web::test]
async fn on_an_anonymous_verb_strangers_are_not_answered() {
    let server = Server::start().await;
    let form = format!("token={}", server.log_in("ada").await.access);
    let headers = [("content-type", FORM)];
    let stranger = server.send("POST", "/half-open", &headers, &form).await;
    assert_eq!((stranger.status, stranger.body.contains("active")), (401, false));
    let known = server.ask("/half-open", "shop", &form).await;
    assert_eq!(known.json()["active"], true);
}
