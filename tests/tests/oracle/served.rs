//! Some of the callers at every door of a running App: the oracle against what is answered.

use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, HttpMessage};
use portcullis::{Portcullis, Principal, Verb};

use crate::callers::{SCHEMES, everybody, principal};
use crate::endpoints::{Door, doors, instance};
use crate::oracle::Caller;

#[actix_web::test]
async fn the_gate_answers_a_sample_as_spoken() {
    let callers = SCHEMES.into_iter().flat_map(sample).collect::<Vec<_>>();
    let portcullis = instance(&callers.iter().map(principal).collect()).unwrap();
    let answers = compare(&portcullis, &visitors(callers)).await;
    println!("{answers} answers of the gate");
    assert!(answers > 100 * 3 * 500, "{answers}");
}

#[actix_web::test]
async fn the_gate_answers_a_caller_of_another_instance_as_nobody() {
    let everything = everybody("token").iter().map(principal).next_back();
    let portcullis = instance(&everything.into_iter().collect()).unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let first = || ("token", "0".to_owned());
    let request = TestRequest::with_uri("/every_list_there_is").insert_header(first());
    let response = call_service(&app, request.to_request()).await;
    let known_there = response.request().extensions().get::<Principal>().cloned();
    assert!(known_there.is_some(), "{response:?}");

    let portcullis = instance(&known_there.into_iter().collect()).unwrap();
    let answers = compare(&portcullis, &[(Some(first()), Caller::default())]).await;
    assert!(answers > 100, "{answers}");
}

/// Somebody, and the header that is sent.
type Visitor = (Option<(&'static str, String)>, Caller);

/// Sends these visitors to every door; tells how many answers were compared.
async fn compare(portcullis: &Portcullis, visitors: &[Visitor]) -> usize {
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let mut answers = 0;
    for (verb, Door { path, policy, .. }) in asked() {
        let path = path.replace("{id}", "17");
        for (credentials, who) in visitors {
            let request = TestRequest::with_uri(&path).method(method(verb));
            let request = credentials.iter().cloned().fold(request, TestRequest::insert_header);
            let response = call_service(&app, request.to_request()).await;
            let (answered, spoken) = (response.status().as_u16(), policy.status(verb, who));
            assert_eq!(
                answered, spoken,
                "the oracle and the gate differ about {verb} {path}: {who:?}"
            );
            answers += 1;
        }
    }
    answers
}

/// The callers with the credentials that each sends; nobody sends none, or bad ones.
fn visitors(callers: Vec<Caller>) -> Vec<Visitor> {
    let known = callers.into_iter().enumerate().map(|(number, who)| {
        let credentials = who.came_by.map(|scheme| (scheme, number.to_string()));
        (credentials, who)
    });
    let forged = SCHEMES.map(|scheme| (Some((scheme, "forged".to_owned())), Caller::default()));
    known.chain(forged).chain([(None, Caller::default())]).collect()
}

/// Every door by its verb, and by `HEAD` where that follows `get`.
fn asked() -> Vec<(&'static str, Door)> {
    let doors = doors();
    let head = |path| doors.iter().any(|door| door.verb == Verb::Head && door.path == path);
    let follows = doors.iter().filter(|door| door.verb == Verb::Get && !head(door.path));
    let follows = follows.map(|door| ("HEAD", *door));
    doors.iter().map(|door| (door.verb.as_str(), *door)).chain(follows).collect()
}

fn method(verb: &str) -> Method {
    Method::from_bytes(verb.as_bytes()).unwrap_or_default()
}

/// One caller of fifteen: with a power of two, all of them would lack the same names.
fn sample(scheme: &'static str) -> Vec<Caller> {
    everybody(scheme).into_iter().step_by(15).collect()
}
