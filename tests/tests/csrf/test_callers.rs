//! Callers that a test has made.

use actix_web::test::TestRequest;
use portcullis::{Csrf, test};

use super::{answer, builder, serve};

#[actix_web::test]
async fn they_are_checked_only_if_they_say_that_browsers_send_their_credentials() {
    let app = serve(builder(Csrf::default())).await;
    let admin = || test::caller().role("Admin");
    let rows = [
        (admin(), "cross-site", 200, "test-user"),
        (admin().ambient(), "cross-site", 403, "nobody"),
        (admin().ambient(), "same-origin", 200, "test-user"),
        (admin().ambient().scheme("spelled"), "cross-site", 403, "nobody"),
        (admin().scheme("cookie"), "cross-site", 200, "test-user"),
    ];
    for (caller, site, status, name) in rows {
        let post = |path: &str| {
            let request = TestRequest::post().uri(path).insert_header(("sec-fetch-site", site));
            caller.clone().call(request.to_request())
        };
        assert_eq!(answer(&app, post("/guarded")).await.status, status, "{caller:?} {site}");
        assert_eq!(answer(&app, post("/open")).await.body, name, "{caller:?} {site}");
    }
}
