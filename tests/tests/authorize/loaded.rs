//! What a check has loaded reaches the handler, and is not loaded twice.

use actix_web::web;
use portcullis::{Authorized, Denied, endpoint};

use super::documents::{Document, Documents, owns_document};
use super::{app, ask, builder};

/// Builds on what the check before it has loaded.
async fn has_an_even_number(document: Authorized<Document>) -> Result<(), Denied> {
    if document.id.is_multiple_of(2) { Ok(()) } else { Err(Denied::Forbidden) }
}

#[endpoint(get = "/even/{id}", authorize(owns_document, has_an_even_number))]
async fn even(document: Authorized<Document>) -> String {
    document.owner.to_owned()
}

/// The handler asks for something that no check has loaded.
#[endpoint(get = "/other/{id}", authorize(owns_document))]
async fn other(_: Authorized<web::Bytes>) -> &'static str {
    "other"
}

#[actix_web::test]
async fn one_query_serves_all() {
    let documents = Documents::default();
    let app = app(builder(), documents.clone()).await;
    let answered = ask(&app, "GET", "/even/2", "bob").await;
    assert_eq!((answered.status.as_u16(), answered.body.as_str()), (200, "bob"));
    assert_eq!(documents.asked(), ["find 2"]);
    assert_eq!(ask(&app, "GET", "/even/1", "ada").await.status, 403);
}

#[actix_web::test]
async fn nothing_loaded_is_no_entry() {
    let app = app(builder(), Documents::default()).await;
    assert_eq!(ask(&app, "GET", "/other/1", "ada").await.status, 500);
    assert_eq!(ask(&app, "GET", "/optional/1", "ada").await.body, "nothing");
    assert_eq!(ask(&app, "POST", "/optional/1", "ada").await.body, "ada");
}
