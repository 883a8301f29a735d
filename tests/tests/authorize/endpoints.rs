//! What is asked about what.

use actix_web::{HttpResponse, web};
use portcullis::{Authorized, endpoint};

use super::documents::{
    Document, Documents, draft_is_for_editors, may_see, owns_document, panics_at_once,
};

#[endpoint(
    get = "/documents/{id}",
    put = "/documents/{id}",
    delete = "/documents/{id}",
    roles("User"),
    authorize(owns_document),
    on(DELETE, roles("Admin"), authorize(may_see))
)]
async fn one(document: Authorized<Document>) -> String {
    format!("{} of {}", document.id, document.owner)
}

#[endpoint(
    get = "/drafts/{id}",
    post = "/drafts/{id}",
    anonymous(GET),
    authorize(draft_is_for_editors, super::documents::may_see)
)]
async fn draft(documents: web::Data<Documents>, body: web::Bytes) -> String {
    documents.asked.borrow_mut().push("handler".to_owned());
    format!("{} bytes", body.len())
}

#[endpoint(get = "/forbidden/{id}", authorize(may_see))]
async fn forbidden() -> &'static str {
    "seen"
}

#[endpoint(get = "/numbers/{id}", authorize(may_see))]
async fn number(id: web::Path<u64>) -> String {
    id.to_string()
}

#[endpoint(get = "/unchecked/{id}")]
async fn unchecked(id: web::Path<u64>) -> String {
    id.to_string()
}

#[endpoint(get = "/panics", authorize(panics_at_once))]
async fn panics() -> HttpResponse {
    HttpResponse::Ok().finish()
}

#[endpoint(
    get = "/optional/{id}",
    post = "/optional/{id}",
    anonymous(GET),
    authorize(owns_document)
)]
async fn optional(document: Option<Authorized<Document>>) -> String {
    document.map_or("nothing".to_owned(), |document| document.owner.to_owned())
}
