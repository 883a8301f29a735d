//! Claims that are not what they should be, and callers who are kept.

use portcullis::UserId;
use serde_json::{Value, json};

use super::server::{Server, own, own_too};

const JWT: &str = "urn:portcullis:scheme:jwt";

#[actix_web::test]
async fn what_is_no_time_does_not_come_after_anything() {
    let server = Server::new().await;
    let up_to = server.clock.seconds();
    server.revocations.revoke_user(&UserId::new(JWT, "ada")).await.unwrap();
    server.clock.pass(10);
    let at = |iat: Value| server.token(json!({ "iat": iat }));
    let refused = [
        json!(up_to),
        json!(up_to - 1),
        json!(up_to as f64 + 0.9),
        json!(0),
        json!(-1),
        json!(-1e300),
        json!(0.5),
    ];
    for iat in refused {
        assert_eq!(server.me(&at(iat.clone())).await, 401, "{iat}");
    }
    for iat in [json!(up_to + 1), json!(up_to as f64 + 1.5)] {
        assert_eq!(server.me(&at(iat.clone())).await, 200, "{iat}");
    }
}

#[actix_web::test]
async fn a_time_of_the_wrong_type_is_none() {
    let server = Server::new().await;
    let header = |claim: &str| ("x-caller".to_owned(), format!("ada{claim}"));
    let issuer = "urn:portcullis:scheme:changed";
    assert_eq!(server.me(&header("; claim=iat:1900000000")).await, 200);
    server.revocations.revoke_user(&UserId::new(issuer, "ada")).await.unwrap();
    server.clock.pass(10);
    for claim in ["; claim=iat:1900000000", "; claim=iat", "; claim=jti:1", ""] {
        assert_eq!(server.me(&header(claim)).await, 401, "{claim}");
    }
}

#[actix_web::test]
async fn ids_are_compared_as_they_are() {
    let server = Server::new().await;
    let odd = ["", " ", "a", "ä", "a\u{308}", "\u{0}", "a\"\\b", "🚪"];
    for (at, id) in odd.iter().enumerate() {
        let token = |id: &str| server.token(json!({ "jti": id }));
        for later in odd.iter().skip(at) {
            assert_eq!(server.me(&token(later)).await, 200, "{later:?} before {id:?}");
        }
        server.revocations.revoke_token(JWT, id, None).await.unwrap();
        assert_eq!(server.me(&token(id)).await, 401, "{id:?}");
    }
    assert_eq!(server.me(&server.token(json!({ "jti": "A" }))).await, 200);
}

#[actix_web::test]
async fn issuers_and_kinds_are_apart() {
    let server = Server::new().await;
    let token = server.token(json!({ "jti": "x", "sid": "y", "iat": server.clock.seconds() }));
    let all = &server.revocations;
    for issuer in ["", "urn:portcullis:scheme:sealed", "https://other.example", "ada"] {
        all.revoke_token(issuer, "x", None).await.unwrap();
        all.revoke_session(issuer, "y", None).await.unwrap();
        all.revoke_user(&UserId::new(issuer, "ada")).await.unwrap();
    }
    for (token, session, user) in [("y", "x", "x"), ("ada", "ada", "y")] {
        all.revoke_token(JWT, token, None).await.unwrap();
        all.revoke_session(JWT, session, None).await.unwrap();
        all.revoke_user(&UserId::new(JWT, user)).await.unwrap();
    }
    assert_eq!(server.me(&token).await, 200);
    all.revoke_session(JWT, "y", None).await.unwrap();
    assert_eq!(server.me(&token).await, 401);
}

/// Found good for one scheme says nothing of another.
#[actix_web::test]
async fn a_principal_that_two_schemes_share_is_revoked_for_one() {
    let server = Server::new().await;
    assert_eq!((server.me(&own()).await, server.me(&own_too()).await), (200, 200));
    let user = UserId::new("urn:portcullis:scheme:own-too", "ada");
    server.revocations.revoke_user(&user).await.unwrap();
    for _ in 0..3 {
        assert_eq!((server.me(&own()).await, server.me(&own_too()).await), (200, 401));
    }
}

/// Two instances of this process, one principal.
#[actix_web::test]
async fn a_principal_is_looked_at_by_each_instance() {
    let (one, other) = (Server::new().await, Server::new().await);
    let token = one.token(json!({ "jti": "1" }));
    for server in [&one, &other] {
        assert_eq!(server.me(&token).await, 200);
    }
    one.revocations.revoke_token(JWT, "1", None).await.unwrap();
    assert_eq!((one.me(&token).await, other.me(&token).await), (401, 200));
}

#[actix_web::test]
async fn the_token_that_a_session_began_with_is_not_the_session() {
    let server = Server::new().await;
    let header = server.session("sealed").await;
    server.revocations.revoke_token("urn:portcullis:scheme:sealed", "1", None).await.unwrap();
    assert_eq!(server.me(&header).await, 200);
}
