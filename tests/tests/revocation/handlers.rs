//! Revoking from within handlers, and what goes wrong there.

use portcullis::{MemoryStore, Portcullis, Principal, Revocations};
use serde_json::json;

use super::server::Server;

#[actix_web::test]
async fn a_caller_leaves_everywhere() {
    let server = Server::new().await;
    let iat = server.clock.seconds();
    let (one, other) = (server.token(json!({ "iat": iat })), server.token(json!({ "iat": 9 })));
    let bob = server.token(json!({ "sub": "bob" }));
    assert_eq!(server.post("/leave-everywhere", &one).await.body, "good-bye");
    for (header, status) in [(&one, 401), (&other, 401), (&bob, 200)] {
        assert_eq!(server.me(header).await, status, "{header:?}");
    }
}

#[actix_web::test]
async fn nobody_leaves_with_a_token_that_has_no_id() {
    let server = Server::new().await;
    let token = server.token(json!({ "sub": "ada" }));
    assert_eq!(server.post("/leave", &token).await.status, 500);
    assert_eq!(server.post("/leave-session", &token).await.status, 500);
    let odd = server.token(json!({ "jti": 7, "sid": ["a"] }));
    assert_eq!(server.post("/leave", &odd).await.status, 500);
    assert_eq!(server.post("/leave-session", &odd).await.status, 500);
    assert_eq!(server.me(&token).await, 200);
}

#[actix_web::test]
async fn nobody_is_revoked_for_whom_nobody_vouches() {
    let server = Server::new().await;
    let caller = Principal::new("ada").claim("jti", "1").claim("sid", "a");
    assert!(server.revocations.revoke_token_of(&caller).await.is_err());
    assert!(server.revocations.revoke_session_of(&caller, None).await.is_err());
}

#[actix_web::test]
async fn a_handler_that_revokes_needs_revocations() {
    let problems = Portcullis::builder()
        .module("revocation::endpoints")
        .scheme("jwt", portcullis::JwtBearer::hs256(super::server::SECRET))
        .build()
        .unwrap_err();
    assert!(problems.to_string().contains("takes `Revocations`, and the set-up has none"));
}

#[actix_web::test]
async fn nothing_is_told_of_whom() {
    let revocations = Revocations::open(MemoryStore::new()).await.unwrap();
    revocations.revoke_token("issuer", "secret", None).await.unwrap();
    let text = format!("{revocations:?} {:?}", Revocations::open(MemoryStore::new()));
    assert!(text.contains("count: 1") && !text.contains("secret"), "{text}");
}
