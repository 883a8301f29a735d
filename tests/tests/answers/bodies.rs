//! What a denied caller is told, and what not.

use actix_web::HttpResponse;
use actix_web::http::header::HeaderValue;
use portcullis::Cause;
use serde_json::{Value, json};

const SECRETIVE: [(&str, Option<&str>, u16, &str); 7] = [
    ("/any", None, 401, r#"Spelled realm="api""#),
    ("/any", Some("forged"), 401, r#"Spelled realm="api", error="invalid_token""#),
    ("/either", Some("eve"), 403, r#"Spelled realm="api", error="insufficient_scope""#),
    (
        "/docs/7",
        Some("eve"),
        403,
        r#"Spelled realm="api", error="insufficient_scope", scope="docs read""#,
    ),
    (
        "/docs/7",
        Some("eve; scope=docs"),
        403,
        r#"Spelled realm="api", error="insufficient_scope", scope="read""#,
    ),
    ("/any", Some("unavailable"), 503, ""),
    ("/any", Some("panic"), 500, ""),
];

#[actix_web::test]
async fn problem_json_with_challenges_and_no_names() {
    let server = super::serve(super::builder());
    for (path, caller, status, challenge) in SECRETIVE {
        let mut request = server.get(path);
        if let Some(caller) = caller {
            request = request.insert_header(("x-caller", caller));
        }
        let mut response = request.send().await.unwrap();
        let header =
            |name| response.headers().get(name).map_or("", |value| value.to_str().unwrap());
        assert_eq!(response.status(), status, "{path} {caller:?}");
        assert_eq!(header("content-type"), "application/problem+json");
        assert_eq!(header("www-authenticate"), challenge, "{path} {caller:?}");
        let no_store = if matches!(status, 401 | 403) { "no-store" } else { "" };
        assert_eq!(header("cache-control"), no_store);
        assert_eq!(header("retry-after"), if status == 503 { "5" } else { "" });
        let title = response.status().canonical_reason().unwrap();
        let body = serde_json::from_slice::<Value>(&response.body().await.unwrap()).unwrap();
        assert_eq!(body, json!({ "type": "about:blank", "title": title, "status": status }));
    }
}

#[actix_web::test]
async fn a_wrong_login_is_a_401_with_the_challenge_and_the_developers_words() {
    let server = super::serve(super::builder());
    let mut response = server.post("/login").send().await.unwrap();
    assert_eq!(response.status(), 401);
    assert_eq!(response.headers().get("www-authenticate").unwrap(), r#"Spelled realm="api""#);
    assert_eq!(response.headers().get("cache-control").unwrap(), "no-store");
    let body = serde_json::from_slice::<Value>(&response.body().await.unwrap()).unwrap();
    assert_eq!(body["detail"], "The supplied credentials are invalid!");
}

#[actix_web::test]
async fn denials_are_explained_only_where_that_is_switched_on() {
    let server = super::serve(super::builder().explain_denials(true));
    let rows = [
        ("/any", None, "there are no credentials"),
        ("/any", Some("forged"), "forged"),
        (
            "/either",
            Some("eve"),
            r#"not met: role("Admin") || permission("see") && !claim("suspended")"#,
        ),
        ("/docs/7", Some("eve; scope=docs"), r#"not met: scope("docs") && scope("read")"#),
    ];
    for (path, caller, expected) in rows {
        let mut request = server.get(path);
        if let Some(caller) = caller {
            request = request.insert_header(("x-caller", caller));
        }
        let body = request.send().await.unwrap().body().await.unwrap();
        let body = serde_json::from_slice::<Value>(&body).unwrap();
        assert_eq!(body["detail"], expected, "{path} {caller:?}");
    }
}

#[actix_web::test]
async fn one_hook_replaces_every_denial() {
    let builder = super::builder().realm("the archive").on_denial(|denial, mut plain| {
        if denial.cause() == Cause::Forbidden {
            return HttpResponse::NotFound().body("nothing here");
        }
        plain.headers_mut().insert("x-denied".parse().unwrap(), HeaderValue::from_static("yes"));
        plain
    });
    let server = super::serve(builder);
    let mut hidden = server.get("/either").insert_header(("x-caller", "eve")).send().await.unwrap();
    assert_eq!(hidden.status(), 404);
    assert_eq!(hidden.body().await.unwrap(), "nothing here");
    // From the gate, from an extractor, from a handler.
    for request in [server.get("/any"), server.get("/strict"), server.post("/login")] {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 401);
        assert_eq!(response.headers().get("x-denied").unwrap(), "yes");
        let challenge = response.headers().get("www-authenticate").unwrap();
        assert_eq!(challenge, r#"Spelled realm="the archive""#);
    }
    assert_eq!(server.get("/open").send().await.unwrap().headers().get("x-denied"), None);
}

#[actix_web::test]
async fn head_answers_as_get_without_a_body() {
    let server = super::serve(super::builder());
    for (caller, expected) in [("eve", 200), ("forged", 401)] {
        let request = server.head("/any").insert_header(("x-caller", caller));
        let mut response = request.send().await.unwrap();
        assert_eq!(response.status(), expected);
        assert_eq!(response.body().await.unwrap(), "");
    }
}
