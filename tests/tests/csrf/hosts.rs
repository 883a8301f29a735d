//! Which host a request was sent to, where no public origin is set up.

use actix_web::test::TestRequest;
use portcullis::Csrf;

use super::{ask, builder, serve};

/// Request's target, `Host`, `X-Forwarded-Host`; whether a page of `https://app.example` passes,
/// without and with trust in the last.
type Row = (&'static str, &'static [&'static str], &'static [&'static str], [bool; 2]);

const ROWS: &[Row] = &[
    ("/guarded", &["app.example"], &[], [true, true]),
    ("/guarded", &["APP.example"], &[], [true, true]),
    ("/guarded", &["app.example:443"], &[], [true, true]),
    ("/guarded", &["app.example:80"], &[], [false, false]),
    ("/guarded", &["app.example:8443"], &[], [false, false]),
    ("/guarded", &["app.example."], &[], [false, false]),
    ("/guarded", &["evil.example"], &[], [false, false]),
    ("/guarded", &["xapp.example"], &[], [false, false]),
    ("/guarded", &["app.example.evil.example"], &[], [false, false]),
    ("/guarded", &["app.example:0443"], &[], [false, false]),
    ("/guarded", &["app.example:"], &[], [false, false]),
    ("/guarded", &["user@app.example"], &[], [false, false]),
    ("/guarded", &["app.example, app.example"], &[], [false, false]),
    ("/guarded", &["app.example", "app.example"], &[], [false, false]),
    ("/guarded", &[""], &[], [false, false]),
    ("/guarded", &[], &[], [false, false]),
    // An absolute target, or HTTP/2's `:authority`: both must say the same.
    ("https://app.example/guarded", &[], &[], [true, true]),
    ("https://app.example/guarded", &["app.example"], &[], [true, true]),
    ("https://app.example/guarded", &["evil.example"], &[], [false, false]),
    ("https://evil.example/guarded", &["app.example"], &[], [false, false]),
    ("https://evil.example/guarded", &[], &[], [false, false]),
    // What a proxy says, if it can be trusted.
    ("/guarded", &["internal:8080"], &["app.example"], [false, true]),
    ("/guarded", &["app.example"], &["evil.example"], [true, false]),
    ("/guarded", &["app.example"], &["app.example"], [true, true]),
    ("/guarded", &["internal"], &["app.example", "app.example"], [false, false]),
    ("/guarded", &["internal"], &["evil.example, app.example"], [false, false]),
    ("/guarded", &["app.example"], &[""], [true, false]),
];

#[actix_web::test]
async fn the_origin_is_compared_with_the_host_that_the_request_was_sent_to() {
    for trusting in [false, true] {
        let csrf = Csrf::default();
        let csrf = if trusting { csrf.trust_forwarded_host() } else { csrf };
        let app = serve(builder(csrf)).await;
        for (target, hosts, forwarded, passes) in ROWS {
            let mut request = TestRequest::post().uri(target);
            request = request.insert_header(("cookie", "sid=ada.admin"));
            request = request.insert_header(("origin", "https://app.example"));
            for host in *hosts {
                request = request.append_header(("host", *host));
            }
            for host in *forwarded {
                request = request.append_header(("x-forwarded-host", *host));
            }
            let expected = if passes[usize::from(trusting)] { 200 } else { 403 };
            let answered = ask(&app, request).await;
            assert_eq!(
                answered.status, expected,
                "the oracle and the guard differ about POST {target}: {hosts:?} {forwarded:?}"
            );
        }
    }
}

#[actix_web::test]
async fn nothing_else_that_a_proxy_may_say_counts() {
    let app = serve(builder(Csrf::default().trust_forwarded_host())).await;
    for (name, value) in [
        ("forwarded", "host=app.example"),
        ("x-forwarded-server", "app.example"),
        ("x-original-host", "app.example"),
        ("x-host", "app.example"),
        ("referer", "https://internal/"),
    ] {
        let request = TestRequest::post().uri("/guarded").insert_header(("host", "internal"));
        let request = request.insert_header(("cookie", "sid=ada.admin"));
        let request = request.insert_header(("origin", "https://app.example"));
        let answered = ask(&app, request.insert_header((name, value))).await;
        assert_eq!(answered.status, 403, "{name}");
    }
}
