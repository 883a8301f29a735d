//! `SameOrigin`: endpoints for everyone that check for themselves.

use actix_web::test::{TestRequest, init_service};
use actix_web::{App, web};
use portcullis::{Csrf, SameOrigin};

use super::{answer, ask, builder, serve};

#[actix_web::test]
async fn signing_in_is_refused_to_the_page_of_another_site() {
    let app = serve(builder(Csrf::default().trust_origin("https://admin.example"))).await;
    let own = ("origin", "http://app.example");
    let rows: [(&[(&str, &str)], u16); 7] = [
        (&[("sec-fetch-site", "same-origin")], 200),
        (&[("sec-fetch-site", "cross-site")], 403),
        (&[("sec-fetch-site", "cross-site"), ("origin", "https://admin.example")], 200),
        (&[own], 200),
        (&[("origin", "https://evil.example")], 403),
        (&[("origin", "null")], 403),
        (&[], 403),
    ];
    for (headers, expected) in rows {
        let with = |request: TestRequest| {
            let request = request.uri("/sign-in").insert_header(("host", "app.example"));
            headers.iter().fold(request, |request, header| request.insert_header(*header))
        };
        let answered = ask(&app, with(TestRequest::post())).await;
        assert_eq!(answered.status, expected, "{headers:?}");
        if expected == 403 {
            assert_eq!(answered.header("cache-control"), Some("no-store"), "{headers:?}");
            assert_eq!(answered.header("www-authenticate"), None, "{headers:?}");
        }
        // Whoever is sent here by a link only looks.
        assert_eq!(ask(&app, with(TestRequest::get())).await.status, 200, "{headers:?}");
    }
}

#[actix_web::test]
async fn without_an_endpoint_it_proves_nothing() {
    async fn plain(_: SameOrigin) -> &'static str {
        "entered"
    }
    let app = init_service(App::new().route("/plain", web::post().to(plain))).await;
    let request =
        TestRequest::post().uri("/plain").insert_header(("sec-fetch-site", "same-origin"));
    assert_eq!(answer(&app, request.to_request()).await.status, 500);
}
