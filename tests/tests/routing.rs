//! The tree against plain actix: the same paths, the same answers.

#![expect(clippy::indexing_slicing, reason = "positions are drawn below the length")]

use actix_web::body::BoxBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::{Method, StatusCode};
use actix_web::test::{TestRequest, init_service, read_body};
use actix_web::{App, Error, HttpRequest, HttpResponse, web};
use portcullis::{Portcullis, Verb};

mod endpoints {
    use actix_web::{HttpRequest, HttpResponse};
    use portcullis::endpoint;

    #[endpoint(get = "/unused/read", anonymous, name = "read")]
    async fn read(request: HttpRequest) -> HttpResponse {
        super::tell("read", &request)
    }

    #[endpoint(put = "/unused/write", anonymous, name = "write")]
    async fn write(request: HttpRequest) -> HttpResponse {
        super::tell("write", &request)
    }
}

/// Every kind of pattern, the more specific before the less specific where two overlap: plain
/// actix takes the first that matches.
const PATTERNS: [&str; 35] = [
    "/",
    "/a",
    "/a/",
    "/a/b",
    "/a/b/c",
    "/docs",
    "/docs/new",
    "/docs/new/",
    "/docs/v{major}.{minor}",
    "/docs/x{name}.json",
    "/docs/x{name}",
    "/docs/{id:[0-9]+}",
    "/docs/{id}",
    "/docs/{id}/comments",
    "/docs/{id}/comments/{comment:[0-9]{1,3}}",
    "/docs/{id}/comments/{comment}",
    "/docs/{id}/{part}",
    "/users/{user}",
    "/users/{user}/",
    "/users/{user}/keys/{key}",
    "/files/readme",
    "/files/{path:.+\\.png}",
    "/files/{path}*",
    "/é/{x}",
    "/spaced out/{x}",
    "/deep/{a}/{b}/{c}/{d}/{e}",
    "/deep/{a}/{b}/{c}/{d}",
    "/deep/{a}/{b}/{c}",
    "/re/{year:\\d{4}}-{month:\\d{2}}",
    "/re/{slug:[a-z-]+}",
    "/re/{rest}",
    "/semi;colon/{x}",
    "/tail/{t:.*}",
    "/fixed{tail}*",
    "/UPPER/{x}",
];

/// Pieces of paths that are asked for.
const PIECES: [&str; 35] = [
    "",
    "a",
    "b",
    "c",
    "docs",
    "new",
    "v1.2",
    "v1",
    "xy",
    "xy.json",
    "x",
    "7",
    "42",
    "1234",
    "id",
    "comments",
    "users",
    "u",
    "keys",
    "files",
    "readme",
    "pic.png",
    "%C3%A9",
    "spaced%20out",
    "deep",
    "re",
    "2026-11",
    "a-b",
    "%61",
    "a%2Fb",
    "semi;colon",
    "tail",
    "UPPER",
    "..",
    "fixedly",
];

/// What a handler sees of its request.
fn tell(handler: &str, request: &HttpRequest) -> HttpResponse {
    let captured = request.match_info().iter().map(|(name, value)| format!("{name}={value}"));
    let captured = captured.collect::<Vec<_>>().join(",");
    let url = request.url_for("users", ["ada"]).map(|url| url.to_string());
    // Plain actix remembers which pattern it was; the tree's is looked up by the raw path.
    let encoded = request.uri().path().contains('%');
    let pattern = request.match_pattern().filter(|_| !encoded);
    HttpResponse::Ok().body(format!("{handler} [{captured}] {pattern:?} {url:?}"))
}

/// Whether a pattern is read, written or both.
fn verbs(at: usize) -> &'static [Verb] {
    match at % 3 {
        0 => &[Verb::Get],
        1 => &[Verb::Get, Verb::Put],
        _ => &[Verb::Put],
    }
}

fn plain(config: &mut web::ServiceConfig) {
    for (at, pattern) in PATTERNS.into_iter().enumerate() {
        let mut resource = web::resource(pattern);
        for verb in verbs(at) {
            resource = match verb {
                Verb::Get => resource.route(
                    web::get().to(|request: HttpRequest| async move { tell("read", &request) }),
                ),
                _ => resource.route(
                    web::put().to(|request: HttpRequest| async move { tell("write", &request) }),
                ),
            };
        }
        config.service(resource);
    }
}

#[expect(clippy::unwrap_used, reason = "a set-up of a test")]
fn portcullis() -> Portcullis {
    let of = |handler: &str| {
        let mut linked = portcullis::__private::ENDPOINTS.iter();
        linked.find(|endpoint| endpoint.handler == handler).unwrap()
    };
    let routes = |wanted: Verb| {
        // Backwards: the order in which they are told makes no difference.
        let patterns = PATTERNS.into_iter().enumerate().rev();
        let of_verb = patterns.filter(move |(at, _)| verbs(*at).contains(&wanted));
        of_verb.map(move |(_, pattern)| (wanted, pattern)).collect::<Vec<_>>()
    };
    let builder = Portcullis::builder().serve_at(of("read"), routes(Verb::Get));
    builder.serve_at(of("write"), routes(Verb::Put)).build().unwrap()
}

/// What stands before and after the routes in both Apps.
macro_rules! app {
    ($routes:expr) => {
        init_service(
            App::new()
                .route("/before/{x}", web::get().to(|| async { "before" }))
                .route("/docs/before", web::get().to(|| async { "before" }))
                .configure($routes)
                .external_resource("users", "/users/{user}")
                .route("/after/{x}", web::get().to(|| async { "after" }))
                .route("/a/b", web::delete().to(|| async { "never" }))
                .default_service(web::to(|| async { HttpResponse::ImATeapot().body("default") })),
        )
        .await
    };
}

async fn ask<S>(app: &S, verb: &Method, path: &str) -> (StatusCode, String)
where
    S: Service<actix_http::Request, Response = ServiceResponse<BoxBody>, Error = Error>,
{
    let request = TestRequest::default().method(verb.clone()).uri(path).to_request();
    #[expect(clippy::unwrap_used, reason = "a service of actix does not fail")]
    let response = app.call(request).await.unwrap();
    let status = response.status();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

/// Numbers that look random, the same in every run.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |end| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % end
    }
}

fn paths(count: usize) -> Vec<String> {
    let mut below = numbers(7);
    let piece = |below: &mut dyn FnMut(usize) -> usize| PIECES[below(PIECES.len())];
    let random = |below: &mut dyn FnMut(usize) -> usize| {
        (0..=below(5)).map(|_| format!("/{}", piece(below))).collect::<String>()
    };
    // Half of them are made from a pattern, so that many match.
    let filled = |below: &mut dyn FnMut(usize) -> usize| {
        let pattern = PATTERNS[below(PATTERNS.len())];
        let mut path = String::new();
        for part in
            pattern.replace("{4}", "").replace("{2}", "").replace("{1,3}", "").split('/').skip(1)
        {
            path.push('/');
            path.push_str(if part.contains('{') { piece(below) } else { part });
        }
        path.replace('é', "%C3%A9").replace(' ', "%20")
    };
    (0..count).map(|at| if at % 2 == 0 { random(&mut below) } else { filled(&mut below) }).collect()
}

#[actix_web::test]
async fn the_tree_answers_as_plain_actix_does() {
    let portcullis = portcullis();
    let (tree, plain) = (app!(portcullis.mount()), app!(plain));
    let (mut compared, mut matched, mut differences) = (0, 0, 0);
    let paths = ["/before/x", "/docs/before", "/after/x", "/nowhere", "/a/b"].map(String::from);
    for path in paths.into_iter().chain(paths_of_test()) {
        for verb in [Method::GET, Method::PUT, Method::HEAD, Method::DELETE] {
            let ours = ask(&tree, &verb, &path).await;
            let theirs = ask(&plain, &verb, &path).await;
            compared += 1;
            matched += usize::from(theirs.0 == 200);
            // Intended: `HEAD` follows `GET`, and a 405 has a body that says so.
            if theirs.0 == StatusCode::METHOD_NOT_ALLOWED {
                differences += 1;
                let as_get = ask(&plain, &Method::GET, &path).await;
                let follows = verb == Method::HEAD && as_get.0 == 200;
                let expected = if follows { as_get.0 } else { StatusCode::METHOD_NOT_ALLOWED };
                assert_eq!(ours.0, expected, "{verb} {path}");
                continue;
            }
            assert_eq!(ours, theirs, "{verb} {path}");
        }
    }
    println!("{compared} requests, {matched} reached a handler, {differences} as intended");
    assert!(compared >= 20_000 && matched > 3_000, "{compared} {matched}");
}

fn paths_of_test() -> Vec<String> {
    paths(5_000)
}
