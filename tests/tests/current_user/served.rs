//! One request, and how it was answered.

use std::sync::{Arc, Mutex};

use actix_web::App;
use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::{Outcome, Portcullis};
use portcullis_tests::Spelled;

use crate::users::{Does, Users};

#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
    /// What was told of decisions.
    pub(crate) outcomes: Vec<Outcome>,
    /// Who was asked for.
    pub(crate) asked: Vec<String>,
}

pub(crate) async fn ask(does: Does, verb: Method, path: &str, caller: Option<&str>) -> Told {
    let users = Users::does(does);
    let outcomes = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&outcomes);
    let portcullis = Portcullis::builder()
        .scheme("spelled", Spelled)
        .users_from(users.clone())
        .on_decision(move |observed| seen.lock().unwrap().push(observed.outcome()))
        .module("current_user::checked")
        .module("current_user::endpoints")
        .build()
        .unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::with_uri(path).method(verb).set_payload("text");
    let header = caller.map(|caller| ("x-caller", caller.to_owned()));
    let request = header.into_iter().fold(request, TestRequest::insert_header);
    let response = call_service(&app, request.to_request()).await;
    let (status, headers) = (response.status().as_u16(), format!("{:?}", response.headers()));
    let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    let outcomes = outcomes.lock().unwrap().clone();
    Told { status, headers, body, outcomes, asked: users.asked() }
}

pub(crate) async fn get(does: Does, path: &str, caller: &str) -> Told {
    ask(does, Method::GET, path, Some(caller)).await
}
