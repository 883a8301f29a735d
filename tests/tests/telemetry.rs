//! What is told of decisions, and what never is.

use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, Once};

use actix_web::App;
use actix_web::HttpRequest;
use actix_web::test::{TestRequest, call_service, init_service};
use portcullis::{Builder, JwtBearer, Outcome, Portcullis, Principal, requirement_fn};
use portcullis_tests::Spelled;

mod endpoints {
    use portcullis::endpoint;

    #[endpoint(get = "/docs/{id}", roles("Reader"), schemes("spelled"))]
    async fn docs() -> &'static str {
        "docs"
    }

    #[endpoint(post = "/open", anonymous, schemes("spelled"))]
    async fn open() -> &'static str {
        "open"
    }

    #[endpoint(get = "/asking", schemes("spelled"), policies("OnCall"))]
    async fn asking() -> &'static str {
        "asking"
    }

    #[endpoint(get = "/token")]
    async fn token() -> &'static str {
        "token"
    }
}

const SECRET: &str = "a key of at least thirty-two bytes";

fn builder() -> Builder {
    let builder = Portcullis::builder().scheme("jwt", JwtBearer::hs256(SECRET));
    let builder = builder.scheme("spelled", Spelled).log_key([7; 16]);
    let on_call = requirement_fn(async |_: &HttpRequest, caller: &Principal| {
        let broken = caller.has_role("Broken");
        assert!(!broken, "a requirement of the application panics");
        if caller.has_role("Unlucky") { Err("the rota is down".into()) } else { Ok(false) }
    });
    builder.exclusive_roles(["Maker", "Checker"]).requirement("OnCall", on_call)
}

thread_local! {
    /// What was logged on this thread, which is the one that its test runs on.
    static LOG: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// One subscriber for all tests: they run side by side.
struct ThisThread;

impl Write for ThisThread {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LOG.with_borrow_mut(|log| log.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .without_time()
            .with_writer(|| ThisThread)
            .init();
    });
    LOG.take();
}

/// What is logged while these requests are served: header, value, verb, path.
async fn logged(requests: &[(&'static str, &str, &str, &str)]) -> String {
    listen();
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let app = init_service(App::new().configure(builder().build().unwrap().mount())).await;
    for (header, value, verb, path) in requests {
        let request = if *verb == "POST" { TestRequest::post() } else { TestRequest::get() };
        let request = request.uri(path).insert_header((*header, *value));
        call_service(&app, request.to_request()).await;
    }
    String::from_utf8_lossy(&LOG.take()).into_owned()
}

const EXCLUSIVE: &str = "eve; role=Reader; role=Maker; role=Checker";

#[actix_web::test]
async fn every_decision_is_an_event() {
    let rows = [
        ("eve; role=Reader", "GET", "/docs/7", "DEBUG", "authz_success", "allow", "allowed"),
        ("eve", "GET", "/docs/7", "INFO", "authz_fail", "deny", "not allowed"),
        (EXCLUSIVE, "GET", "/docs/7", "INFO", "authz_fail", "deny", "exclusive roles"),
        (EXCLUSIVE, "POST", "/open", "INFO", "authz_fail", "disregard", "exclusive roles"),
        ("eve", "GET", "/asking", "INFO", "authz_fail", "deny", "a requirement is not met"),
        (
            "eve; role=Unlucky",
            "GET",
            "/asking",
            "ERROR",
            "authz_unavailable",
            "deny",
            "a requirement cannot be checked",
        ),
        (
            "eve; role=Broken",
            "GET",
            "/asking",
            "ERROR",
            "authz_error",
            "deny",
            "a requirement panicked",
        ),
        ("forged", "GET", "/docs/7", "INFO", "authn_fail", "deny", "forged"),
        (
            "unavailable",
            "GET",
            "/docs/7",
            "ERROR",
            "authn_unavailable",
            "deny",
            "credentials cannot be checked",
        ),
        ("panic", "GET", "/docs/7", "ERROR", "authz_error", "deny", "a check panicked"),
        ("forged", "POST", "/open", "DEBUG", "authn_token_fail", "disregard", "forged"),
        (
            "unavailable",
            "POST",
            "/open",
            "WARN",
            "authn_unavailable",
            "disregard",
            "credentials cannot be checked",
        ),
    ];
    for (caller, verb, path, level, name, decision, reason) in rows {
        let text = logged(&[("x-caller", caller, verb, path)]).await;
        let line = text.lines().find(|line| line.contains("portcullis::decision")).unwrap();
        let route = if path == "/docs/7" { "/docs/{id}" } else { path };
        let wanted = [
            format!(
                "{level} portcullis::decision: {decision} {verb} {route} event.name=\"{name}\""
            ),
            format!("decision=\"{decision}\" reason=\"{reason}\""),
            format!("http.request.method=\"{verb}\" http.route=\"{route}\""),
            "code.namespace=\"telemetry::endpoints\"".to_owned(),
        ];
        for part in wanted {
            assert!(line.contains(&part), "no {part} in {line}");
        }
        assert_eq!(line.contains("user.hash="), caller.starts_with("eve"), "{line}");
    }
}

#[actix_web::test]
async fn a_caller_is_told_by_a_keyed_hash_and_a_token_not_at_all() {
    let portcullis = builder().build().unwrap();
    let week = std::time::Duration::from_secs(7 * 24 * 3600);
    let token = portcullis.tokens().subject("ada-lovelace").expires_in(week).sign().unwrap();
    let good = format!("Bearer {token}");
    let bad = format!("{good}x");
    let requests = [
        ("authorization", good.as_str(), "GET", "/token"),
        ("authorization", bad.as_str(), "GET", "/token"),
        ("authorization", "Bearer sesame!", "GET", "/token"),
    ];
    let text = logged(&requests).await;
    assert_eq!(text.matches("portcullis::decision").count(), 3, "{text}");
    let parts = token.split('.').chain(["ada-lovelace", "sesame", SECRET]);
    for part in parts {
        assert!(!text.contains(part), "{part} in {text}");
    }
    let hash = |text: &str| {
        let (_, after) = text.split_once("user.hash=\"")?;
        Some(after.split_once('"')?.0.to_owned())
    };
    let (first, again) = (hash(&text), hash(&logged(&requests).await));
    assert!(first.as_ref().is_some_and(|hash| hash.len() == 32), "{text}");
    assert_eq!(first, again);
}

#[actix_web::test]
async fn a_hook_is_told_of_every_decision_and_may_panic() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&seen);
    let builder = builder().on_decision(move |observation| {
        let told = (observation.verb().to_string(), observation.path().to_owned());
        if let Ok(mut list) = list.lock() {
            list.push((told.0, told.1, observation.endpoint(), observation.outcome()));
        }
        assert_ne!(observation.verb().as_str(), "POST", "a hook of the application panics");
    });
    let portcullis = builder.build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    for (request, expected) in
        [(TestRequest::get().uri("/docs/7"), 401), (TestRequest::post().uri("/open"), 200)]
    {
        assert_eq!(call_service(&app, request.to_request()).await.status(), expected);
    }
    let expected = [
        (
            "GET",
            "/docs/{id}",
            "telemetry::endpoints::docs",
            Outcome::Denied(portcullis::Cause::Unauthenticated),
        ),
        ("POST", "/open", "telemetry::endpoints::open", Outcome::Entered { known: false }),
    ];
    let expected = expected.map(|(verb, path, endpoint, outcome)| {
        (verb.to_owned(), path.to_owned(), endpoint.to_owned(), outcome)
    });
    assert_eq!(*seen.lock().unwrap(), expected);
}

#[actix_web::test]
async fn a_requirement_that_fails_leaves_its_name_and_its_error() {
    let text = logged(&[("x-caller", "eve; role=Unlucky", "GET", "/asking")]).await;
    assert!(text.contains("the requirement `OnCall` could not be checked: the rota is down"));
    let text = logged(&[("x-caller", "eve; role=Broken", "GET", "/asking")]).await;
    assert!(text.contains("the requirement `OnCall` panicked while a request was judged"));
}
