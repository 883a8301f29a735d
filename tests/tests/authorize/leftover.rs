//! What is left of a request that a check has refused: nothing that lets anyone in.

use std::fmt;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::test::init_service;
use actix_web::{App, FromRequest, HttpRequest, HttpResponse, ResponseError, web};
use portcullis::{Authorized, Denied, FromHead, Principal, endpoint};

use super::documents::{Document, Documents};
use super::{app, ask, builder};

/// An extractor that fails with a success.
struct Odd;

#[derive(Debug)]
struct Fine;

impl fmt::Display for Fine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("all is fine")
    }
}

impl ResponseError for Fine {
    fn error_response(&self) -> HttpResponse {
        HttpResponse::Ok().body("all is fine")
    }
}

impl FromRequest for Odd {
    type Error = Fine;
    type Future = Ready<Result<Self, Fine>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Err(Fine))
    }
}

impl FromHead for Odd {}

async fn odd(_: Odd) -> Result<(), Denied> {
    Ok(())
}

async fn loads(id: web::Path<u64>, documents: web::Data<Documents>) -> Result<Document, Denied> {
    documents.find(*id)?.ok_or(Denied::NotFound)
}

async fn is_owner(caller: Principal, document: Authorized<Document>) -> Result<(), Denied> {
    if caller.id() == document.owner { Ok(()) } else { Err(Denied::NotFound) }
}

#[endpoint(get = "/odd", authorize(odd))]
async fn entered() -> &'static str {
    "in"
}

#[endpoint(get = "/loaded/{id}", authorize(loads, is_owner))]
async fn loaded(document: Authorized<Document>) -> &'static str {
    document.owner
}

/// What the App serves where nothing else does, and gives away whatever it can get.
async fn default(document: Option<Authorized<Document>>) -> HttpResponse {
    HttpResponse::NotFound().body(document.map_or("nothing", |document| document.owner))
}

#[actix_web::test]
async fn an_argument_that_fails_is_no_success() {
    let app = app(builder(), Documents::default()).await;
    let answered = ask(&app, "GET", "/odd", "ada").await;
    assert_eq!(answered.status, 500);
    assert!(!answered.body.contains("fine"), "{}", answered.body);
}

#[actix_web::test]
async fn what_one_check_has_loaded_is_gone_when_another_refuses() {
    let portcullis = builder().build().unwrap();
    let app = App::new().app_data(web::Data::new(Documents::default()));
    let app = app.configure(portcullis.mount()).default_service(web::to(default));
    let app = init_service(app).await;
    assert_eq!(ask(&app, "GET", "/loaded/2", "bob").await.body, "bob");
    assert_eq!(ask(&app, "GET", "/loaded/2", "ada").await.body, "nothing");
    let unknown = ask(&app, "GET", "/nowhere", "ada").await;
    assert_eq!(ask(&app, "GET", "/loaded/2", "ada").await, unknown);
}
