//! Requests that cannot be understood (RFC 6749 §5.2).

use crate::server::{FORM, Server, basic};

const PATHS: [&str; 2] = ["/oauth/revoke", "/oauth/introspect"];

/// Parameters that nobody knows, and more of them than anybody has.
fn many() -> String {
    (0..200).map(|number| format!("&p{number}=")).collect()
}

#[actix_web::test]
async fn they_are_told_and_change_nothing() {
    let server = Server::start().await;
    let token = server.log_in("ada").await.refresh;
    let long = format!("token={token}&more={}", "a".repeat(70_000));
    let rows: &[(&str, Option<&str>, String)] = &[
        ("nothing", Some(FORM), String::new()),
        ("no token", Some(FORM), "token_type_hint=refresh_token".to_owned()),
        ("an empty token", Some(FORM), "token=".to_owned()),
        ("a token without a value", Some(FORM), "token".to_owned()),
        ("another letter case", Some(FORM), format!("Token={token}")),
        ("the token twice", Some(FORM), format!("token={token}&token={token}")),
        ("two tokens", Some(FORM), format!("token={token}&token=other")),
        ("an empty one beside it", Some(FORM), format!("token=&token={token}")),
        ("the name in disguise", Some(FORM), format!("token={token}&%74oken={token}")),
        (
            "two hints",
            Some(FORM),
            format!("token={token}&token_type_hint=refresh_token&token_type_hint=access_token"),
        ),
        ("too long", Some(FORM), long),
        ("too many", Some(FORM), format!("token={token}{}", many())),
        ("JSON", Some("application/json"), format!(r#"{{"token":"{token}"}}"#)),
        ("a form that says to be JSON", Some("application/json"), format!("token={token}")),
        ("a form of parts", Some("multipart/form-data; boundary=a"), format!("token={token}")),
        ("plain text", Some("text/plain"), format!("token={token}")),
        ("no type", None, format!("token={token}")),
        ("an empty type", Some(""), format!("token={token}")),
        ("an odd type", Some("application/x-www-form-urlencodedx"), format!("token={token}")),
    ];
    let authorization = basic("gateway");
    for path in PATHS {
        for (what, kind, body) in rows {
            let mut headers = vec![("authorization", &*authorization)];
            headers.extend(kind.map(|kind| ("content-type", kind)));
            let answer = server.send("POST", path, &headers, body).await;
            let told = (answer.status, &*answer.cache, &*answer.kind);
            assert_eq!(told, (400, "no-store", "application/json"), "{path}, {what}: {answer:?}");
            assert_eq!(answer.json()["error"], "invalid_request", "{path}, {what}");
            assert!(!answer.body.contains(&token), "{path}, {what}: {answer:?}");
        }
    }
    assert_eq!(server.renew(&token).await.status, 200);
}

#[actix_web::test]
async fn a_form_is_one_however_its_type_is_written() {
    let server = Server::start().await;
    let kinds = [
        "application/x-www-form-urlencoded; charset=UTF-8",
        "APPLICATION/X-WWW-FORM-URLENCODED",
        "application/x-www-form-urlencoded ;charset=utf-8",
    ];
    let authorization = basic("gateway");
    for kind in kinds {
        let tokens = server.log_in("ada").await;
        let headers = [("content-type", kind), ("authorization", &*authorization)];
        let form = format!("token={}&other=1", tokens.access);
        let answer = server.send("POST", "/oauth/introspect", &headers, &form).await;
        assert_eq!(answer.json()["active"], true, "{kind}");
        assert_eq!(server.send("POST", "/oauth/revoke", &headers, &form).await.status, 200);
        assert_eq!(server.me(&tokens.access).await, 401, "{kind}");
    }
}

#[actix_web::test]
async fn in_the_query_no_token_is_found() {
    let server = Server::start().await;
    let tokens = server.log_in("ada").await;
    for path in PATHS {
        let path = format!("{path}?token={}", tokens.refresh);
        assert_eq!(server.ask(&path, "gateway", "").await.status, 400);
        let authorization = [("authorization", &*basic("gateway"))];
        assert_eq!(server.send("GET", &path, &authorization, "").await.status, 405);
    }
    assert_eq!(server.renew(&tokens.refresh).await.status, 200);
}
