//! What is told of a request that may be forged: to the caller, to developers, to the log.

use std::sync::{Arc, Mutex};

use actix_web::test::TestRequest;
use portcullis::{Builder, Cause, Csrf, Outcome};

use super::{ask, builder, serve};

fn forged(path: &str) -> TestRequest {
    let request = TestRequest::post().uri(path).insert_header(("cookie", "sid=ada.admin"));
    request.insert_header(("sec-fetch-site", "cross-site"))
}

#[actix_web::test]
async fn hidden_endpoints_do_not_hide_it() {
    let app = serve(builder(Csrf::default()).hide_denied()).await;
    assert_eq!(ask(&app, forged("/guarded")).await.status, 403);
    let eve = TestRequest::post().uri("/guarded").insert_header(("cookie", "sid=eve"));
    let eve = eve.insert_header(("sec-fetch-site", "same-origin"));
    assert_eq!(ask(&app, eve).await.status, 404);
}

#[actix_web::test]
async fn developers_are_told_what_to_do() {
    let app = serve(builder(Csrf::default()).explain_denials(true)).await;
    let rows: [(&[(&str, &str)], &str); 6] = [
        (&[("sec-fetch-site", "cross-site")], "`Csrf::trust_origin`"),
        (&[("sec-fetch-site", "same-site")], "another origin of the same site"),
        (&[("origin", "https://evil.example"), ("host", "app.example")], "`Csrf::public_origin`"),
        (&[("origin", "null")], "no setting lets it pass"),
        (&[], "`Csrf::allow_non_browsers`"),
        (&[("sec-fetch-site", "nowhere")], "`Sec-Fetch-Site` is doubled or unknown"),
    ];
    for (headers, expected) in rows {
        let request = TestRequest::post().uri("/guarded");
        let request = request.insert_header(("cookie", "sid=ada.admin"));
        let request =
            headers.iter().fold(request, |request, header| request.insert_header(*header));
        let answered = ask(&app, request).await;
        assert!(answered.body.contains(expected), "{headers:?}: {}", answered.body);
    }
}

#[actix_web::test]
async fn a_hook_and_the_observer_are_told_the_cause() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&seen);
    let observed: Builder = builder(Csrf::default())
        .on_decision(move |observation| list.lock().unwrap().push(observation.outcome()))
        .on_denial(|denial, mut response| {
            if denial.cause() == Cause::CrossSite {
                *response.status_mut() = actix_web::http::StatusCode::IM_A_TEAPOT;
            }
            response
        });
    let app = serve(observed).await;
    assert_eq!(ask(&app, forged("/guarded")).await.status, 418);
    assert_eq!(ask(&app, forged("/open")).await.body, "nobody");
    let expected = [
        Outcome::Denied(Cause::CrossSite),
        Outcome::Disregarded(Cause::CrossSite),
        Outcome::Entered { known: false },
    ];
    assert_eq!(*seen.lock().unwrap(), expected);
}
