//! Endpoints that are mounted by hand, under scopes, and with middleware of their own.

use actix_web::dev::{Service, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::{DefaultHeaders, Next, from_fn};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::ServiceConfig;
use actix_web::{App, Error, HttpRequest, HttpResponse, body::MessageBody, get, web};
use portcullis::{Portcullis, Principal, endpoint};
use portcullis_tests::Spelled;

#[endpoint(get = "/docs/{id}", post = "/docs/{id}", anonymous(GET), manual)]
async fn docs(id: web::Path<String>) -> String {
    id.into_inner()
}

#[endpoint(delete = "/docs/{id}", roles("Admin"), manual)]
async fn delete_docs() -> &'static str {
    "deleted"
}

#[endpoint(get = "/headed", anonymous, manual)]
async fn headed() -> &'static str {
    "open"
}

#[endpoint(head = "/headed", roles("Admin"), manual)]
async fn head_of_headed() -> &'static str {
    "guarded"
}

#[endpoint(get = "/mounted", name = "the_mounted_one")]
async fn mounted(request: HttpRequest) -> Result<String, Error> {
    Ok(request.url_for_static("the_mounted_one")?.to_string())
}

/// Turns every request into a `GET`, after it was routed.
async fn pretend_get<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    request.head_mut().method = Method::GET;
    next.call(request).await
}

#[endpoint(
    get = "/wrapped", post = "/wrapped", anonymous(GET),
    wrap = from_fn(pretend_get)
)]
async fn wrapped() -> &'static str {
    "in"
}

#[endpoint(get = "/marked", wrap = DefaultHeaders::new().add(("x-marked", "yes")))]
async fn marked() -> &'static str {
    "in"
}

#[get("/unguarded")]
async fn unguarded(_caller: Principal) -> &'static str {
    "never"
}

#[get("/unguarded-nobody")]
async fn unguarded_nobody(caller: Option<Principal>) -> HttpResponse {
    HttpResponse::Ok().body(if caller.is_none() { "nobody" } else { "somebody" })
}

fn portcullis() -> Portcullis {
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = Portcullis::builder().scheme("spelled", Spelled).build().unwrap();
    portcullis
}

/// The status of a request, and its body.
async fn ask(
    configure: impl FnOnce(&mut ServiceConfig),
    verb: Method,
    path: &str,
    caller: &str,
) -> (u16, String) {
    let app = init_service(App::new().configure(configure)).await;
    let mut request = TestRequest::default().method(verb).uri(path);
    if !caller.is_empty() {
        request = request.insert_header(("x-caller", caller));
    }
    let response = call_service(&app, request.to_request()).await;
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

#[actix_web::test]
async fn an_endpoint_by_hand_needs_an_installed_instance() {
    let bare = |config: &mut ServiceConfig| {
        config.service(docs).service(delete_docs);
    };
    // On the anonymous verb too: nobody is there to judge.
    for (verb, caller) in [(Method::GET, ""), (Method::POST, "eve"), (Method::DELETE, "eve")] {
        assert_eq!(ask(bare, verb, "/docs/1", caller).await.0, 500);
    }
}

#[actix_web::test]
async fn an_installed_instance_judges_whatever_the_order() {
    let portcullis = portcullis();
    for install_first in [true, false] {
        let configure = |config: &mut ServiceConfig| {
            if install_first {
                config.configure(portcullis.install());
            }
            config.service(docs).service(web::scope("/admin").service(delete_docs).service(docs));
            if !install_first {
                config.configure(portcullis.install());
            }
        };
        let rows = [
            (Method::GET, "/docs/1", "", 200),
            (Method::HEAD, "/docs/1", "", 200),
            (Method::POST, "/docs/1", "", 401),
            (Method::POST, "/docs/1", "eve", 200),
            (Method::GET, "/admin/docs/1", "", 200),
            (Method::DELETE, "/admin/docs/1", "", 401),
            (Method::DELETE, "/admin/docs/1", "eve", 403),
            (Method::DELETE, "/admin/docs/1", "ada; role=Admin", 200),
            (Method::DELETE, "/docs/1", "ada; role=Admin", 404),
        ];
        for (verb, path, caller, expected) in rows {
            let (status, _) = ask(configure, verb.clone(), path, caller).await;
            assert_eq!(status, expected, "{verb} {path} as {caller:?}");
        }
    }
}

/// A path is owned whole by the endpoints that are written for it, by hand too.
#[actix_web::test]
async fn a_verb_that_no_endpoint_has_is_told_which_have() {
    let portcullis = portcullis();
    let configure = |config: &mut ServiceConfig| {
        config.configure(portcullis.install());
        config.service(docs).service(delete_docs).service(headed).service(head_of_headed);
    };
    let app = init_service(App::new().configure(configure)).await;
    for verb in [Method::PATCH, Method::TRACE] {
        let request = TestRequest::default().method(verb).uri("/docs/1");
        let response = call_service(&app, request.to_request()).await;
        assert_eq!(response.status(), 405);
        assert_eq!(response.headers().get("allow").unwrap(), "GET, POST, DELETE, HEAD");
    }
    // `HEAD` is written elsewhere, and so follows no `get`, whichever was registered first.
    assert_eq!(ask(configure, Method::GET, "/headed", "").await.0, 200);
    assert_eq!(ask(configure, Method::HEAD, "/headed", "").await.0, 401);
    assert_eq!(ask(configure, Method::HEAD, "/headed", "eve").await.0, 403);
}

#[actix_web::test]
async fn two_installed_instances_judge_nothing() {
    let (one, other) = (portcullis(), portcullis());
    let configure = |config: &mut ServiceConfig| {
        let scope = web::scope("/admin").configure(other.install());
        config.configure(one.install()).service(docs).service(scope);
    };
    assert_eq!(ask(configure, Method::GET, "/docs/1", "").await.0, 500);
}

#[actix_web::test]
async fn apps_that_are_built_side_by_side_keep_their_own_instances() {
    let installed = |config: &mut ServiceConfig| {
        config.configure(portcullis().install()).service(docs);
    };
    let bare = |config: &mut ServiceConfig| {
        config.service(docs);
    };
    let with = init_service(App::new().configure(installed)).await;
    let without = init_service(App::new().configure(bare)).await;
    let again = init_service(App::new().configure(installed)).await;
    for _ in 0..2 {
        let request = || TestRequest::with_uri("/docs/1").to_request();
        assert_eq!(with.call(request()).await.unwrap().status(), 200);
        assert_eq!(without.call(request()).await.unwrap().status(), 500);
        assert_eq!(again.call(request()).await.unwrap().status(), 200);
    }
}

#[actix_web::test]
async fn what_is_manual_is_not_mounted() {
    let portcullis = portcullis();
    let configure = |config: &mut ServiceConfig| {
        config.configure(portcullis.mount());
    };
    assert_eq!(ask(configure, Method::GET, "/docs/1", "").await.0, 404);
    let (status, url) = ask(configure, Method::GET, "/mounted", "eve").await;
    assert_eq!((status, url.as_str()), (200, "http://localhost:8080/mounted"));
}

#[actix_web::test]
async fn middleware_of_an_endpoint_cannot_change_the_verb_that_is_judged() {
    let portcullis = portcullis();
    let configure = |config: &mut ServiceConfig| {
        config.configure(portcullis.mount());
    };
    assert_eq!(ask(configure, Method::GET, "/wrapped", "").await.0, 200);
    assert_eq!(ask(configure, Method::POST, "/wrapped", "").await.0, 401);
    assert_eq!(ask(configure, Method::POST, "/wrapped", "eve").await.0, 200);
}

#[actix_web::test]
async fn middleware_of_an_endpoint_stands_outside_its_gate() {
    let app = init_service(App::new().configure(portcullis().mount())).await;
    for (caller, expected) in [("forged", 401), ("eve", 200)] {
        let request = TestRequest::with_uri("/marked").insert_header(("x-caller", caller));
        let response = call_service(&app, request.to_request()).await;
        assert_eq!(response.status(), expected);
        assert_eq!(response.headers().get("x-marked").unwrap(), "yes");
    }
}

#[actix_web::test]
async fn a_caller_is_not_to_be_had_without_a_gate() {
    let portcullis = portcullis();
    let configure = |config: &mut ServiceConfig| {
        config.configure(portcullis.mount()).service(unguarded).service(unguarded_nobody);
    };
    for caller in ["", "eve"] {
        assert_eq!(ask(configure, Method::GET, "/unguarded", caller).await.0, 500);
        let (status, who) = ask(configure, Method::GET, "/unguarded-nobody", caller).await;
        assert_eq!((status, who.as_str()), (200, "nobody"));
    }
}
