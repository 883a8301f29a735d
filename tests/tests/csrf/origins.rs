//! Which origins are the same: by scheme, host and port, exactly.

use actix_web::test::TestRequest;
use portcullis::Csrf;

use super::{ask, builder, serve};

/// What is set up, what a browser sends, whether they are one.
const ROWS: &[(&str, &str, bool)] = &[
    ("https://app.example", "https://app.example", true),
    ("https://app.example", "https://app.example:443", true),
    ("https://app.example:443", "https://app.example", true),
    ("HTTPS://App.Example", "https://app.example", true),
    ("https://app.example", "HTTPS://APP.EXAMPLE", true),
    ("https://app.example:8443", "https://app.example:8443", true),
    ("http://localhost:3000", "http://localhost:3000", true),
    ("http://localhost", "http://localhost:80", true),
    ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example", true),
    ("https://app.example.", "https://app.example.", true),
    ("https://[::1]", "https://[::1]:443", true),
    ("https://[2001:DB8::0:1]:8443", "https://[2001:db8:0::1]:8443", true),
    ("https://192.0.2.7", "https://192.0.2.7", true),
    // One thing differs.
    ("https://app.example", "http://app.example", false),
    ("https://app.example", "http://app.example:443", false),
    ("https://app.example", "https://app.example:80", false),
    ("https://app.example", "https://app.example:8443", false),
    ("https://app.example:8443", "https://app.example", false),
    ("https://app.example", "https://app.example.", false),
    ("https://app.example.", "https://app.example", false),
    ("https://app.example", "https://www.app.example", false),
    ("https://app.example", "https://app.example.evil.example", false),
    ("https://app.example", "https://evilapp.example", false),
    ("https://app.example", "https://app.exampl", false),
    ("https://192.0.2.7", "https://[::ffff:192.0.2.7]", false),
    ("https://[::1]", "https://[::2]", false),
    ("https://localhost", "https://127.0.0.1", false),
    // None that a browser writes, whatever they may mean.
    ("https://app.example", "https://app.example/", false),
    ("https://app.example", "https://app.example?", false),
    ("https://app.example", "https://app.example#", false),
    ("https://app.example", "https://user@app.example", false),
    ("https://app.example", "https://app.example:0443", false),
    ("https://app.example", "https://app.example:", false),
    ("https://app.example", "https://app.example:65979", false),
    ("https://app.example", "https:/app.example", false),
    ("https://app.example", "https:app.example", false),
    ("https://app.example", "//app.example", false),
    ("https://app.example", "app.example", false),
    ("https://app.example", "https://app.example https://app.example", false),
    ("https://app.example", "https://app.example, https://app.example", false),
    ("https://app.example", "https://evil.example,https://app.example", false),
    ("https://app.example", "https://app%2Eexample", false),
    ("https://app.example", "https://app..example", false),
    ("https://app.example", "https://.app.example", false),
    ("https://app.example", "https://app.example..", false),
    ("https://app.example", "https://app\u{3002}example", false),
    ("https://app.example", "https://", false),
    ("https://app.example", "https://evil.example\\@app.example", false),
    ("https://192.0.2.7", "https://192.0.519", false),
    ("https://192.0.2.7", "https://0xC0000207", false),
    ("https://192.0.2.7", "https://192.0.2.007", false),
    ("https://[::1]", "https://[::1%25lo]", false),
    ("https://[::1]", "https://[::1", false),
    ("https://[::1]", "https://::1", false),
    ("https://app.example", "", false),
    ("https://app.example", "NULL", false),
    ("https://app.example", "null, null", false),
];

#[actix_web::test]
async fn the_public_origin_and_trusted_ones_are_compared_exactly() {
    for (known, sent, same) in ROWS {
        let differ =
            || format!("the oracle and the guard differ about POST /guarded: {known} and {sent}");
        let expected = if *same { 200 } else { 403 };
        let public = serve(builder(Csrf::default().public_origin(*known))).await;
        assert_eq!(ask(&public, from(sent)).await.status, expected, "{}", differ());
        if !known.starts_with("http:") || known.contains("localhost") {
            let trusting = Csrf::default().public_origin("https://own.example");
            let trusting = serve(builder(trusting.trust_origin(*known))).await;
            assert_eq!(ask(&trusting, from(sent)).await.status, expected, "{}", differ());
            let cross = from(sent).insert_header(("sec-fetch-site", "cross-site"));
            assert_eq!(ask(&trusting, cross).await.status, expected, "{}", differ());
        }
    }
}

#[actix_web::test]
async fn pages_that_are_not_of_the_web_can_be_trusted_and_are_never_the_host() {
    let app = "capacitor://localhost";
    let trusting = serve(builder(Csrf::default().trust_origin(app))).await;
    assert_eq!(ask(&trusting, from(app)).await.status, 200);
    assert_eq!(ask(&trusting, from("capacitor://localhost:80")).await.status, 403);
    let plain = serve(builder(Csrf::default())).await;
    let local = |origin: &str| from(origin).insert_header(("host", "localhost"));
    assert_eq!(ask(&plain, local(app)).await.status, 403);
    assert_eq!(ask(&plain, local("http://localhost")).await.status, 200);
}

fn from(origin: &str) -> TestRequest {
    let request = TestRequest::post().uri("/guarded").insert_header(("cookie", "sid=ada.admin"));
    let value = actix_web::http::header::HeaderValue::from_bytes(origin.as_bytes()).unwrap();
    request.insert_header((actix_web::http::header::ORIGIN, value))
}
