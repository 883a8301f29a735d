//! RFC 7662: what a token is worth.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use crate::lookalikes::lookalikes;
use crate::server::{Answer, ISSUER, PARTNERS_SECRET, START, Server, pair, signed, signed_by};

#[track_caller]
fn assert_inactive(answer: &Answer, what: &str) {
    let told = (answer.status, &*answer.body, &*answer.cache, &*answer.kind);
    let nothing = (200, r#"{"active":false}"#, "no-store", "application/json");
    assert_eq!(told, nothing, "{what}: {answer:?}");
}

fn claims(token: &str) -> Value {
    let payload = token.split('.').nth(1).unwrap();
    let payload = BASE64_URL_SAFE_NO_PAD.decode(payload).unwrap();
    serde_json::from_slice(&payload).unwrap()
}

#[actix_web::test]
async fn an_access_token_is_told_by_what_it_says() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    let claims = claims(&tokens.access);
    let answer = server.introspect(&tokens.access).await;
    assert_eq!((answer.status, &*answer.cache), (200, "no-store"), "{answer:?}");
    let expected = json!({
        "active": true, "iss": ISSUER, "sub": "ada", "aud": claims["aud"], "iat": START,
        "nbf": START, "exp": START + 300, "jti": claims["jti"], "sid": claims["sid"],
        "scope": "orders:list orders:read", "token_type": "Bearer",
    });
    assert_eq!(answer.json(), expected);
    assert!(claims["jti"].is_string() && claims["sid"].is_string(), "{claims}");
}

#[actix_web::test]
async fn claims_of_the_application_are_told_where_it_says_so() {
    let server = Server::start().await;
    let token = signed(&json!({
        "tenant": "north", "roles": ["Reader"], "secret": "x", "active": false,
        "token_type": "refresh_token",
    }));
    let form = format!("token={token}");
    let answer = server.ask("/oauth/introspect-all", "gateway", &form).await.json();
    let expected = json!({
        "active": true, "iss": ISSUER, "sub": "ada", "aud": "api", "iat": START - 60,
        "nbf": START - 60, "exp": START + 600, "jti": "1", "token_type": "Bearer",
        "tenant": "north", "roles": ["Reader"],
    });
    assert_eq!(answer, expected);
    let plain = server.introspect(&token).await.json();
    assert_eq!((plain.get("tenant"), plain.get("roles")), (None, None));
}

#[actix_web::test]
async fn a_refresh_token_is_told_for_what_it_is() {
    let server = Server::start().await;
    let first = server.log_in("ada").await;
    server.clock.pass(60);
    let tokens = pair(&server.renew(&first.refresh).await);
    let expected = json!({
        "active": true, "iss": ISSUER, "sub": "ada", "iat": START + 60,
        "exp": START + 60 + 4 * 3600, "sid": claims(&tokens.access)["sid"],
        "token_type": "refresh_token",
    });
    assert_eq!(server.introspect(&tokens.refresh).await.json(), expected);
    assert_eq!(server.introspect(&tokens.refresh).await.json(), expected, "nothing is consumed");
    assert_inactive(&server.introspect(&first.refresh).await, "used before");
    assert_eq!(server.renew(&tokens.refresh).await.status, 200, "and nothing has ended");
}

#[actix_web::test]
async fn a_hint_changes_nothing() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    for hint in ["access_token", "refresh_token", "REFRESH_TOKEN", "saml2", ""] {
        for (token, kind) in [(&tokens.access, "Bearer"), (&tokens.refresh, "refresh_token")] {
            let form = format!("token={token}&token_type_hint={hint}");
            let answer = server.ask("/oauth/introspect", "gateway", &form).await.json();
            assert_eq!(answer["token_type"], kind, "{hint}: {answer}");
        }
        let form = format!("token=nonsense&token_type_hint={hint}");
        assert_inactive(&server.ask("/oauth/introspect", "gateway", &form).await, hint);
    }
}

#[actix_web::test]
async fn nothing_tells_why_a_token_is_worth_nothing() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    for (what, token) in lookalikes(&tokens) {
        assert_inactive(&server.introspect(&token).await, what);
    }
    for claim in ["nbf", "iat"] {
        let early = signed(&json!({ claim: START + 40 }));
        assert_inactive(&server.introspect(&early).await, "not yet");
    }
    assert_eq!(server.introspect(&tokens.access).await.json()["active"], true);
    assert_eq!(server.introspect(&tokens.refresh).await.json()["active"], true);
}

#[actix_web::test]
async fn what_was_revoked_is_worth_nothing() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    server.revoke(&tokens.access).await;
    assert_inactive(&server.introspect(&tokens.access).await, "the token");
    let next = pair(&server.renew(&tokens.refresh).await);
    assert_eq!(server.introspect(&next.access).await.json()["active"], true);
    server.revoke(&next.refresh).await;
    assert_inactive(&server.introspect(&next.access).await, "the login's access token");
    assert_inactive(&server.introspect(&next.refresh).await, "the login's refresh token");
}

#[actix_web::test]
async fn what_is_over_is_worth_nothing() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    server.clock.pass(5 * 60 + 31);
    assert_inactive(&server.introspect(&tokens.access).await, "the access token");
    assert_eq!(server.introspect(&tokens.refresh).await.json()["active"], true);
    server.clock.pass(4 * 3600);
    assert_inactive(&server.introspect(&tokens.refresh).await, "the refresh token");
}

/// Its own server knows more of it, and may have revoked it.
#[actix_web::test]
async fn another_issuers_token_is_let_in_and_not_told() {
    let server = Server::start().await;
    let claims = json!({
        "iss": "https://partner.example", "aud": "api", "sub": "bob", "jti": "1",
        "exp": START + 600,
    });
    let header = json!({"alg": "HS256"});
    let token = signed_by(PARTNERS_SECRET, &header, &claims);
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", &*bearer)];
    let second = || server.send("GET", "/second", &headers, "");
    assert_eq!(second().await.status, 200);
    assert_inactive(&server.introspect(&token).await, "a partner's");
    // Whoever lets it in can stop doing so.
    assert_eq!(server.revoke(&token).await.status, 200);
    assert_eq!(second().await.status, 401);
}
