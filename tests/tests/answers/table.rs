//! Persona × endpoint × verb → status, written out.

use actix_web::http::Method;

/// Personas, in the order of the table's columns.
const PERSONAS: [Option<&str>; 7] = [
    None,
    Some("eve"),
    Some("admin; role=Admin; perm=UpdateUsers; perm=DeleteUsers; claim=dept:eng"),
    Some("manager; role=Manager; claim=ManagerID:7; perm=UpdateUsers; perm=see"),
    Some("reader; scope=docs; scope=read; perm=see; claim=suspended"),
    Some("editor; scope=docs; scope=read; role=Editor"),
    Some("forged"),
];

/// Every request carries `41` as its body.
#[rustfmt::skip]
const TABLE: [(&str, &str, [u16; 7]); 27] = [
    //                          nobody  eve admin mngr readr editr forged
    ("GET",     "/open",         [200,  200,  200,  200,  200,  200,  200]),
    ("HEAD",    "/open",         [200,  200,  200,  200,  200,  200,  200]),
    ("POST",    "/open",         [405,  405,  405,  405,  405,  405,  405]),
    ("GET",     "/any",          [401,  200,  200,  200,  200,  200,  401]),
    ("HEAD",    "/any",          [401,  200,  200,  200,  200,  200,  401]),
    ("TRACE",   "/any",          [405,  405,  405,  405,  405,  405,  405]),
    ("POST",    "/restricted",   [200,  200,  200,  200,  200,  200,  200]),
    ("PUT",     "/restricted",   [401,  403,  200,  403,  403,  403,  401]),
    ("PATCH",   "/restricted",   [401,  403,  200,  403,  403,  403,  401]),
    ("GET",     "/restricted",   [405,  405,  405,  405,  405,  405,  405]),
    ("DELETE",  "/users",        [401,  403,  403,  200,  403,  403,  401]),
    ("GET",     "/docs/7",       [401,  403,  403,  403,  200,  200,  401]),
    ("HEAD",    "/docs/7",       [401,  403,  403,  403,  200,  200,  401]),
    ("PUT",     "/docs/7",       [401,  403,  403,  403,  403,  200,  401]),
    ("DELETE",  "/docs/7",       [405,  405,  405,  405,  405,  405,  405]),
    ("GET",     "/docs/seven",   [401,  403,  403,  403,  404,  404,  401]),
    ("GET",     "/either",       [401,  403,  200,  200,  403,  403,  401]),
    ("GET",     "/strict",       [401,  200,  200,  200,  200,  200,  401]),
    ("POST",    "/strict",       [401,  200,  200,  200,  200,  200,  401]),
    ("GET",     "/badge",        [401,  403,  200,  403,  403,  403,  401]),
    ("POST",    "/login",        [401,  401,  401,  401,  401,  401,  401]),
    ("GET",     "/headless",     [401,  200,  200,  200,  200,  200,  401]),
    ("HEAD",    "/headless",     [401,  403,  200,  403,  403,  403,  401]),
    ("GET",     "/nowhere",      [404,  404,  404,  404,  404,  404,  404]),
    ("GET",     "/Any",          [404,  404,  404,  404,  404,  404,  404]),
    ("OPTIONS", "/any",          [405,  405,  405,  405,  405,  405,  405]),
    ("BREW",    "/any",          [405,  405,  405,  405,  405,  405,  405]),
];

#[actix_web::test]
async fn every_persona_gets_the_answer_of_the_table() {
    let server = super::serve(super::builder());
    for (verb, path, expected) in TABLE {
        for (caller, expected) in PERSONAS.into_iter().zip(expected) {
            let verb = Method::from_bytes(verb.as_bytes()).unwrap();
            let mut request = server.request(verb.clone(), server.url(path));
            if let Some(caller) = caller {
                request = request.insert_header(("x-caller", caller));
            }
            let request = request.insert_header(("content-type", "application/json"));
            let response = request.send_body("41").await.unwrap();
            assert_eq!(response.status(), expected, "{verb} {path} as {caller:?}");
        }
    }
}

#[actix_web::test]
async fn a_verb_that_is_not_served_is_told_which_are() {
    let server = super::serve(super::builder());
    let rows = [
        ("/open", "GET, HEAD"),
        ("/restricted", "POST, PUT, PATCH"),
        ("/docs/7", "GET, PUT, HEAD"),
        ("/users", "DELETE"),
    ];
    for (path, allow) in rows {
        let response = server.options(path).send().await.unwrap();
        assert_eq!(response.status(), 405);
        assert_eq!(response.headers().get("allow").unwrap(), allow, "{path}");
    }
}

#[actix_web::test]
async fn nothing_but_the_request_line_chooses_the_verb() {
    let server = super::serve(super::builder());
    for header in ["x-http-method-override", "x-http-method", "x-method-override"] {
        let request = server.put("/restricted").insert_header((header, "POST"));
        let response = request.send_form(&[("_method", "POST")]).await.unwrap();
        assert_eq!(response.status(), 401, "{header}");
    }
}

#[actix_web::test]
async fn a_handler_is_told_its_route_and_its_caller() {
    let server = super::serve(super::builder());
    let reader = ("x-caller", "reader; scope=docs; scope=read");
    let get = server.get("/docs/7").insert_header(reader).send().await.unwrap().body().await;
    assert_eq!(get.unwrap(), "GET /docs/{id} answers::endpoints::docs 7");
    let bodies = [
        (None, "nobody"),
        (Some("eve"), "eve"),
        (Some("forged"), "nobody"),
        (Some("unavailable"), "nobody"),
        (Some("panic"), "nobody"),
    ];
    for (caller, expected) in bodies {
        let mut request = server.get("/open");
        if let Some(caller) = caller {
            request = request.insert_header(("x-caller", caller));
        }
        let body = request.send().await.unwrap().body().await.unwrap();
        assert_eq!(body, expected, "{caller:?}");
    }
}
