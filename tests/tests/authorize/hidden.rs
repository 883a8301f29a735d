//! What a check hides looks as if nothing were there.

use actix_web::http::header::HeaderValue;
use actix_web::middleware::DefaultHeaders;
use actix_web::test::init_service;
use actix_web::{App, web};
use portcullis::endpoint;

use super::documents::{Documents, owns_document};
use super::{app, ask, builder, nothing};

#[endpoint(
    get = "/wrapped/{id}",
    authorize(owns_document),
    wrap = DefaultHeaders::new().add(("x-wrapped", HeaderValue::from_static("yes")))
)]
async fn wrapped() -> &'static str {
    "wrapped"
}

#[actix_web::test]
async fn a_hidden_document_is_answered_as_an_unknown_path_is() {
    let app = app(builder(), Documents::default()).await;
    let unknown = ask(&app, "GET", "/nowhere", "bob").await;
    assert_eq!((unknown.status.as_u16(), unknown.header("x-nothing")), (404, Some("here")));
    for path in ["/wrapped/1", "/wrapped/9", "/forbidden/9"] {
        assert_eq!(ask(&app, "GET", path, "bob").await, unknown, "{path}");
    }
    let seen = ask(&app, "GET", "/wrapped/2", "bob").await;
    assert_eq!((seen.status.as_u16(), seen.header("x-wrapped")), (200, Some("yes")));
}

#[actix_web::test]
async fn so_it_is_where_endpoints_are_mounted_by_hand() {
    let portcullis = builder().build().unwrap();
    let scope = web::scope("/api").service(wrapped);
    let app = App::new().app_data(web::Data::new(Documents::default()));
    let app = app.configure(portcullis.install()).service(scope);
    let app = init_service(app.default_service(web::to(nothing))).await;
    let unknown = ask(&app, "GET", "/nowhere", "bob").await;
    assert_eq!(ask(&app, "GET", "/api/wrapped/1", "bob").await, unknown);
    assert_eq!(ask(&app, "GET", "/api/wrapped/2", "bob").await.body, "wrapped");
}

#[actix_web::test]
async fn no_hook_and_no_explanation_gives_it_away() {
    let explained = builder().explain_denials(true).on_denial(|_, mut response| {
        response
            .headers_mut()
            .insert(actix_web::http::header::SERVER, HeaderValue::from_static("denied"));
        response
    });
    let app = app(explained, Documents::default()).await;
    let unknown = ask(&app, "GET", "/nowhere", "bob").await;
    assert_eq!(ask(&app, "GET", "/wrapped/1", "bob").await, unknown);
    let forbidden = ask(&app, "GET", "/forbidden/1", "bob").await;
    assert_eq!((forbidden.status.as_u16(), forbidden.header("server")), (403, Some("denied")));
    assert!(forbidden.body.contains("may_see"), "{}", forbidden.body);
}
