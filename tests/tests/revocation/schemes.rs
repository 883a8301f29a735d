//! Callers of every scheme.

use actix_web::test::TestRequest;
use portcullis::{UserId, test};
use serde_json::json;

use super::server::{Server, basic, bearer, own, signed};

/// Who vouches for the callers of a scheme.
fn user(scheme: &str) -> UserId {
    UserId::new(format!("urn:portcullis:scheme:{scheme}"), "ada")
}

#[actix_web::test]
async fn a_revoked_user_is_refused_by_every_scheme() {
    let server = Server::new().await;
    let iat = server.clock.seconds();
    let credentials = [
        ("jwt", server.token(json!({ "iat": iat }))),
        ("sealed", server.session("sealed").await),
        ("stored", server.session("stored").await),
        ("key", server.key().await),
        ("basic", basic()),
        ("own", own()),
    ];
    for (scheme, header) in &credentials {
        assert_eq!(server.me(header).await, 200, "{scheme}");
        assert_eq!(server.get("/open", header).await.body, "ada", "{scheme}");
    }
    for (at, (scheme, header)) in credentials.iter().enumerate() {
        server.revocations.revoke_user(&user(scheme)).await.unwrap();
        let answer = server.get("/me", header).await;
        assert_eq!(answer.status, 401, "{scheme}");
        assert!(!answer.body.contains("revoked"), "{scheme}: {}", answer.body);
        let open = server.get("/open", header).await;
        assert_eq!((open.status, &*open.body), (200, "nobody"), "{scheme}");
        for (other, header) in credentials.iter().skip(at + 1) {
            assert_eq!(server.me(header).await, 200, "{other} after {scheme}");
        }
    }
    // Issued later, they count; what does not say when it was issued does not.
    server.clock.pass(1);
    let iat = server.clock.seconds();
    let later = [
        server.token(json!({ "iat": iat })),
        server.session("sealed").await,
        server.session("stored").await,
        server.key().await,
    ];
    for header in &later {
        assert_eq!(server.me(header).await, 200, "{header:?}");
    }
    for header in [server.token(json!({})), basic(), own()] {
        assert_eq!(server.me(&header).await, 401, "{header:?}");
    }
}

#[actix_web::test]
async fn a_session_is_revoked_by_its_id() {
    let server = Server::new().await;
    for scheme in ["sealed", "stored"] {
        let (mine, another) = (server.session(scheme).await, server.session(scheme).await);
        assert_eq!(server.post("/leave-session", &mine).await.body, "good-bye");
        assert_eq!(server.me(&mine).await, 401, "{scheme}");
        assert_eq!(server.me(&another).await, 200, "{scheme}");
        let after = server.get("/open", &mine).await;
        assert_eq!((&*after.body, after.cookie), ("nobody", None), "a dead session was renewed");
    }
}

#[actix_web::test]
async fn a_token_is_revoked_by_its_id_and_every_token_of_a_session_by_that() {
    let server = Server::new().await;
    let iat = server.clock.seconds();
    let token = |jti: &str, sid: &str| server.token(json!({ "jti": jti, "sid": sid, "iat": iat }));
    let (one, two, three, four) =
        (token("1", "a"), token("2", "a"), token("3", "a"), token("1x", "b"));
    assert_eq!(server.post("/leave", &one).await.body, "good-bye");
    let all = [&one, &two, &three, &four];
    for (header, status) in all.into_iter().zip([401, 200, 200, 200]) {
        assert_eq!(server.me(header).await, status, "{header:?}");
    }
    assert_eq!(server.post("/leave-session", &two).await.body, "good-bye");
    for (header, status) in all.into_iter().zip([401, 401, 401, 200]) {
        assert_eq!(server.me(header).await, status, "{header:?}");
    }
}

#[actix_web::test]
async fn the_answer_is_that_of_an_expired_token() {
    let server = Server::new().await;
    let expired = server.token(json!({ "exp": server.clock.seconds() - 3600 }));
    let revoked = server.token(json!({ "jti": "1" }));
    server.post("/leave", &revoked).await;
    let (expired, revoked) = (server.get("/me", &expired).await, server.get("/me", &revoked).await);
    assert_eq!(expired, revoked);
    assert!(revoked.challenge.contains("error=\"invalid_token\""), "{}", revoked.challenge);
}

#[actix_web::test]
async fn developers_are_told() {
    let server = Server::new().await;
    let told = Server::with(server.revocations.clone(), server.clock.clone(), |builder| {
        builder.explain_denials(true)
    });
    let token = server.token(json!({ "jti": "1" }));
    server.post("/leave", &token).await;
    assert!(told.get("/me", &token).await.body.contains("revoked"));
}

#[actix_web::test]
async fn the_case_of_bearer_and_blanks_change_nothing() {
    let server = Server::new().await;
    let claims = json!({ "sub": "ada", "jti": "1", "exp": server.clock.seconds() + 60 });
    let token = signed(&claims);
    let written = ["Bearer ", "bearer ", "BEARER ", "bEARER  "];
    for word in written {
        let header = ("authorization".to_owned(), format!("{word}{token}"));
        assert_eq!(server.me(&header).await, 200, "{word}");
    }
    server.post("/leave", &bearer(&token)).await;
    for word in written {
        let header = ("authorization".to_owned(), format!("{word}{token}"));
        assert_eq!(server.me(&header).await, 401, "{word}");
    }
}

#[actix_web::test]
async fn whatever_is_made_of_a_caller_is_revoked_with_it() {
    let server = Server::new().await;
    let header = |claims: &str| ("x-caller".to_owned(), format!("ada{claims}"));
    let (one, other) = (header("; claim=jti:1"), header("; claim=jti:2"));
    assert_eq!(server.get("/me", &one).await.body, "not ada");
    let issuer = "urn:portcullis:scheme:changed";
    server.revocations.revoke_token(issuer, "1", None).await.unwrap();
    assert_eq!(server.me(&one).await, 401);
    assert_eq!(server.me(&other).await, 200);
    server.revocations.revoke_user(&UserId::new(issuer, "not ada")).await.unwrap();
    assert_eq!(server.me(&other).await, 401);
}

#[actix_web::test]
async fn a_caller_that_a_test_has_made_is_looked_at_too() {
    let server = Server::new().await;
    let ask = async |path| {
        let request = TestRequest::get().uri(path).to_request();
        let app = actix_web::App::new().configure(server.portcullis.mount());
        let app = actix_web::test::init_service(app).await;
        let caller = test::caller().id("ada").claim("jti", "1");
        actix_web::test::call_service(&app, caller.call(request)).await.status().as_u16()
    };
    assert_eq!(ask("/me").await, 200);
    let user = UserId::new("urn:portcullis:scheme:jwt", "ada");
    server.revocations.revoke_token(user.issuer(), "1", None).await.unwrap();
    assert_eq!(ask("/me").await, 401);
}
