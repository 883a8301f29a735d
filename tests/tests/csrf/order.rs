//! What is told first: that nobody is there, that the request may be forged, that the caller may
//! not, that the body cannot be read.

use actix_web::test::TestRequest;
use portcullis::Csrf;

use super::{ask, builder, serve};

#[actix_web::test]
async fn credentials_then_forgery_then_the_policy_then_the_body() {
    let app = serve(builder(Csrf::default())).await;
    let rows = [
        ("", "cross-site", 401, "Cookie realm=\"api\""),
        ("sid=stale", "cross-site", 401, "Cookie realm=\"api\", error=\"invalid_token\""),
        // Neither `insufficient_scope` nor a challenge: other credentials would not help.
        ("sid=ada.admin", "cross-site", 403, ""),
        ("sid=eve", "cross-site", 403, ""),
        ("sid=eve", "same-origin", 403, "Cookie realm=\"api\", error=\"insufficient_scope\""),
        ("sid=ada.admin", "same-origin", 400, ""),
    ];
    for (cookie, site, status, challenge) in rows {
        let request = TestRequest::post().uri("/json").insert_header(("sec-fetch-site", site));
        let request = request.insert_header(("content-type", "application/json"));
        let mut request = request.set_payload("{{{");
        if !cookie.is_empty() {
            request = request.insert_header(("cookie", cookie));
        }
        let answered = ask(&app, request).await;
        assert_eq!(answered.status, status, "{cookie} {site}");
        let told = answered.header("www-authenticate").unwrap_or_default();
        assert_eq!(told, challenge, "{cookie} {site}");
    }
}

#[actix_web::test]
async fn the_first_scheme_that_finds_credentials_decides_for_a_forged_request_too() {
    let app = serve(builder(Csrf::default())).await;
    // The header, which no page of another site can send, does not rescue the cookie.
    let both = || TestRequest::post().uri("/guarded").insert_header(("cookie", "sid=ada.admin"));
    let both = || both().insert_header(("x-caller", "ada; role=Admin"));
    assert_eq!(ask(&app, both().insert_header(("sec-fetch-site", "cross-site"))).await.status, 403);
    assert_eq!(
        ask(&app, both().insert_header(("sec-fetch-site", "same-origin"))).await.body,
        "ada"
    );
}

#[actix_web::test]
async fn a_wrong_verb_and_an_unknown_path_are_told_before_it() {
    let app = serve(builder(Csrf::default())).await;
    for (path, expected) in [("/json", 405), ("/nowhere", 404)] {
        let request = TestRequest::put().uri(path).insert_header(("cookie", "sid=ada.admin"));
        let request = request.insert_header(("sec-fetch-site", "cross-site"));
        assert_eq!(ask(&app, request).await.status, expected, "{path}");
    }
}
