//! Every combination of what a browser may say and what a set-up may say of it, on every verb,
//! with ambient credentials and with others: each against what one would say aloud.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use portcullis::Csrf;

use super::oracle::{Case, Origin, Site};
use super::{Answered, Counts, ask, builder, serve};

const SITES: [Site; 9] = [
    Site::Absent,
    Site::SameOrigin,
    Site::SameSite,
    Site::CrossSite,
    Site::None,
    Site::Empty,
    Site::Capitals,
    Site::Unknown,
    Site::Twice,
];

const ORIGINS: [Origin; 10] = [
    Origin::Absent,
    Origin::Own,
    Origin::OwnOtherPort,
    Origin::Hosts,
    Origin::Trusted,
    Origin::Other,
    Origin::Null,
    Origin::WithPath,
    Origin::Garbage,
    Origin::Twice,
];

/// Each verb, without and with `Upgrade: websocket`.
const VERBS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];

#[actix_web::test]
async fn a_guarded_verb_is_entered_by_the_callers_own_requests_alone() {
    let mut counts = Counts::new();
    for set_up in set_ups() {
        let app = serve(builder(csrf(&set_up))).await;
        // `HEAD` follows `get` there, and its own policy is of `/open`.
        for case in cases(set_up).filter(|case| case.verb != "HEAD") {
            let answered = ask(&app, request("/guarded", &case)).await;
            let expected = if case.is_the_callers_own() { 200 } else { 403 };
            assert_eq!(answered.status, expected, "{}", differ("/guarded", &case));
            if expected == 403 {
                is_a_refusal(&answered, &case);
            } else {
                assert_eq!(answered.header("x-renewed").is_some(), case.ambient, "{case:?}");
            }
            *counts.entry(expected).or_default() += 1;
        }
    }
    // 8 set-ups, 2 kinds of credentials, 6 verbs with and without an upgrade, 9 × 10 headers.
    assert_eq!(counts.values().sum::<usize>(), 8 * 2 * 6 * 2 * 90);
    assert!(counts.values().all(|count| *count > 1000), "{counts:?}");
}

#[actix_web::test]
async fn on_an_anonymous_verb_a_forged_request_is_nobodys() {
    let mut counts = Counts::new();
    for set_up in set_ups() {
        let app = serve(builder(csrf(&set_up))).await;
        for case in cases(set_up) {
            let answered = ask(&app, request("/open", &case)).await;
            assert_eq!(answered.status, 200, "{case:?}");
            let own = case.is_the_callers_own();
            if case.verb != "HEAD" {
                let expected = if own { "ada" } else { "nobody" };
                assert_eq!(answered.body, expected, "{}", differ("/open", &case));
            }
            assert_eq!(answered.header("x-renewed").is_some(), own && case.ambient, "{case:?}");
            *counts.entry(u16::from(own)).or_default() += 1;
        }
    }
    assert!(counts.values().all(|count| *count > 1000), "{counts:?}");
}

fn differ(path: &str, case: &Case) -> String {
    format!("the oracle and the guard differ about {} {path}: {case:?}", case.verb)
}

fn is_a_refusal(answered: &Answered, case: &Case) {
    assert_eq!(answered.header("content-type"), Some("application/problem+json"), "{case:?}");
    assert_eq!(answered.header("cache-control"), Some("no-store"), "{case:?}");
    assert_eq!(answered.header("www-authenticate"), None, "{case:?}");
    assert_eq!(answered.header("x-renewed"), None, "{case:?}");
    let body = r#"{"type":"about:blank","title":"Forbidden","status":403}"#;
    assert_eq!(answered.body, body, "{case:?}");
}

/// All that a set-up may say: the request in them is not looked at.
fn set_ups() -> impl Iterator<Item = Case> {
    let any = Case {
        ambient: true,
        verb: "GET",
        websocket: false,
        site: Site::Absent,
        origin: Origin::Absent,
        trusts: false,
        non_browsers: false,
        public: false,
    };
    (0_u8..8).map(move |bits| Case {
        trusts: bits & 1 != 0,
        non_browsers: bits & 2 != 0,
        public: bits & 4 != 0,
        ..any
    })
}

fn cases(set_up: Case) -> impl Iterator<Item = Case> {
    let with = move |verb, ambient, websocket| {
        SITES.into_iter().flat_map(move |site| {
            ORIGINS.into_iter().map(move |origin| Case {
                verb,
                ambient,
                websocket,
                site,
                origin,
                ..set_up
            })
        })
    };
    let both = [false, true];
    VERBS.into_iter().flat_map(move |verb| {
        both.into_iter().flat_map(move |ambient| {
            both.into_iter().flat_map(move |websocket| with(verb, ambient, websocket))
        })
    })
}

fn csrf(set_up: &Case) -> Csrf {
    let mut csrf = Csrf::default();
    if set_up.trusts {
        csrf = csrf.trust_origin("https://admin.app.example");
    }
    if set_up.non_browsers {
        csrf = csrf.allow_non_browsers();
    }
    if set_up.public {
        csrf = csrf.public_origin("https://public.example");
    }
    csrf
}

fn request(path: &str, case: &Case) -> TestRequest {
    let own = if case.public { "https://public.example" } else { "https://app.example:8443" };
    let other_port = if case.public { "https://public.example:444" } else { "https://app.example" };
    let method = Method::from_bytes(case.verb.as_bytes()).unwrap();
    let mut request = TestRequest::with_uri(path).method(method);
    request = request.insert_header(("host", "app.example:8443"));
    request = match case.ambient {
        true => request.insert_header(("cookie", "sid=ada.admin")),
        false => request.insert_header(("x-caller", "ada; role=Admin")),
    };
    if case.websocket {
        request = request.insert_header(("connection", "upgrade"));
        request = request.insert_header(("upgrade", "websocket"));
    }
    let sites: &[&str] = match case.site {
        Site::Absent => &[],
        Site::SameOrigin => &["same-origin"],
        Site::SameSite => &["same-site"],
        Site::CrossSite => &["cross-site"],
        Site::None => &["none"],
        Site::Empty => &[""],
        Site::Capitals => &["Same-Origin"],
        Site::Unknown => &["same-origin, none"],
        Site::Twice => &["same-origin", "same-origin"],
    };
    let origins: &[&str] = match case.origin {
        Origin::Absent => &[],
        Origin::Own => &[own],
        Origin::OwnOtherPort => &[other_port],
        Origin::Hosts => &["https://app.example:8443"],
        Origin::Trusted => &["https://admin.app.example"],
        Origin::Other => &["https://evil.example"],
        Origin::Null => &["null"],
        Origin::WithPath => &["https://app.example:8443/"],
        Origin::Garbage => &["app.example:8443"],
        Origin::Twice => &[own, own],
    };
    let request = sites
        .iter()
        .fold(request, |request, site| request.append_header(("sec-fetch-site", *site)));
    origins.iter().fold(request, |request, origin| request.append_header(("origin", *origin)))
}
