//! What may be sent, and what is answered to the rest.

use awc::ClientRequest;
use serde_json::json;

use crate::site::{PATH, Reply, Site};

async fn answered(request: ClientRequest, body: String) -> (u16, String) {
    let reply = Reply::of(request.send_body(body).await.unwrap()).await;
    let error = reply.json()["error"].as_str().unwrap_or_default().to_owned();
    (reply.status, error)
}

fn form(site: &Site) -> ClientRequest {
    site.server.post(PATH).insert_header(("content-type", "application/x-www-form-urlencoded"))
}

fn json(site: &Site) -> ClientRequest {
    site.server.post(PATH).insert_header(("content-type", "application/json; charset=utf-8"))
}

#[actix_web::test]
async fn forms_and_json_are_read() {
    let site = Site::new();
    let token = site.token().await;
    let bodies = [
        (form(&site), format!("refresh_token={token}")),
        (form(&site), format!("grant_type=refresh_token&refresh_token={token}&client_id=c&scope=")),
        (json(&site), json!({ "refresh_token": token }).to_string()),
        (json(&site), json!({ "refresh_token": token, "grant_type": null, "n": 1 }).to_string()),
    ];
    for (request, body) in bodies {
        assert_eq!(answered(request, body).await, (200, String::new()));
    }
}

/// Parameters that nobody knows, and more of them than anybody has.
fn many(before: &str, after: &str) -> String {
    (0..200).map(|number| format!("{before}{number}{after}")).collect()
}

#[actix_web::test]
async fn what_is_wrong_with_a_request_is_told_and_nothing_is_consumed() {
    let site = Site::new();
    let token = site.token().await;
    let twice = format!("{{\"refresh_token\":\"{token}\",\"refresh_token\":\"{token}\"}}");
    let invalid = "invalid_request";
    let bodies = [
        (form(&site), String::new(), invalid),
        (form(&site), "refresh_token=".to_owned(), invalid),
        (form(&site), "token=x".to_owned(), invalid),
        (form(&site), format!("refresh_token={token}&refresh_token={token}"), invalid),
        (form(&site), format!("refresh_token={token}&x=1&x=1"), invalid),
        (
            form(&site),
            format!("grant_type=password&refresh_token={token}"),
            "unsupported_grant_type",
        ),
        (form(&site), format!("scope=admin&refresh_token={token}"), "invalid_scope"),
        (form(&site), format!("scope=read++write&refresh_token={token}"), "invalid_scope"),
        (form(&site), format!("refresh_token={token}&x={}", "y".repeat(9000)), invalid),
        (form(&site), format!("refresh_token={token}{}", many("&p", "=")), invalid),
        (
            json(&site),
            format!("{{\"refresh_token\":\"{token}\"{}}}", many(",\"p", "\":0")),
            invalid,
        ),
        (json(&site), twice, invalid),
        (json(&site), "{".to_owned(), invalid),
        (json(&site), "[]".to_owned(), invalid),
        (json(&site), format!("{} {{}}", json!({ "refresh_token": token })), invalid),
        (json(&site), json!({ "refresh_token": [token] }).to_string(), invalid),
        (json(&site), json!({ "refresh_token": token, "scope": 1 }).to_string(), invalid),
        (json(&site), json!({ "REFRESH_TOKEN": token }).to_string(), invalid),
        (site.server.post(PATH), format!("refresh_token={token}"), invalid),
        (
            site.server.post(PATH).insert_header(("content-type", "text/plain")),
            format!("refresh_token={token}"),
            invalid,
        ),
    ];
    for (request, body, error) in bodies {
        assert_eq!(answered(request, body.clone()).await, (400, error.to_owned()), "{body:.60}");
    }
    site.clock.set(60);
    site.next(&token).await;
}

#[actix_web::test]
async fn the_scope_narrows_what_is_renewed() {
    let site = Site::new();
    let token = site.token().await;
    let whole = site.refresh(&token).await;
    assert_eq!(whole.json()["scope"], "read write");
    let body = format!("scope=write&refresh_token={}", whole.text_of("refresh_token"));
    let narrow = Reply::of(form(&site).send_body(body).await.unwrap()).await;
    assert_eq!(narrow.json()["scope"], "write");
    let me = site.me(&narrow.text_of("access_token")).await.json();
    assert_eq!(me["scopes"], json!(["write"]));
    // The refresh token is not narrower (RFC 6749 §6).
    let next = site.refresh(&narrow.text_of("refresh_token")).await;
    assert_eq!(next.json()["scope"], "read write");
}

#[actix_web::test]
async fn nothing_that_a_client_sends_names_a_user() {
    let site = Site::new();
    let token = site.token().await;
    let body = json!({
        "refresh_token": token, "UserId": "mallory", "sub": "mallory", "user": "mallory",
        "username": "mallory", "roles": ["Root"], "sid": "x",
    });
    let reply = Reply::of(json(&site).send_body(body.to_string()).await.unwrap()).await;
    let me = site.me(&reply.text_of("access_token")).await;
    assert_eq!(me.json()["id"], "user-id-001");
    assert!(!me.text.contains("mallory") && !me.text.contains("Root"), "{}", me.text);
}

#[actix_web::test]
async fn credentials_of_the_client_disturb_nothing() {
    let site = Site::new();
    for value in ["Basic Y2xpZW50OnNlY3JldA==", "Bearer expired", "Basic !", "x"] {
        let body = format!("refresh_token={}", site.token().await);
        let request = form(&site).insert_header(("authorization", value));
        assert_eq!(answered(request, body).await, (200, String::new()), "{value}");
    }
}

#[actix_web::test]
async fn the_endpoint_is_one_of_the_registry() {
    let site = Site::new();
    let route = site.portcullis.routes().find(|route| route.path() == PATH).unwrap();
    assert!(route.is_anonymous());
    assert_eq!(site.server.get(PATH).send().await.unwrap().status(), 405);
    let moved = Site::over(portcullis::MemoryStore::new(), |tokens| tokens.path("/oauth/token"));
    assert_eq!(moved.server.post(PATH).send().await.unwrap().status(), 404);
    let body = format!("refresh_token={}", moved.token().await);
    let request = moved.server.post("/oauth/token");
    let request = request.insert_header(("content-type", "application/x-www-form-urlencoded"));
    assert_eq!(answered(request, body).await.0, 200);
}
