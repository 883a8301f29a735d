//! Several instances in one process share nothing.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, HttpRequest, web};
use portcullis::{Answer, Challenge, Found, Portcullis, Principal, Rule, Scheme, Verb};
use portcullis_tests::Spelled;

type Leak = web::Data<Arc<Mutex<Option<Principal>>>>;

mod endpoints {
    use portcullis::{Principal, endpoint};

    use super::Leak;

    /// Hands its caller to whoever holds the other end, role added or not.
    #[endpoint(get = "/leak")]
    async fn leak(caller: Principal, leak: Leak) -> String {
        let told = format!("{} of {} by {}", caller.id(), caller.issued_by(), caller.scheme());
        if let Ok(mut leak) = leak.lock() {
            *leak = Some(caller);
        }
        told
    }

    #[endpoint(get = "/wanted", policies("Wanted"))]
    async fn wanted() -> &'static str {
        "in"
    }

    #[endpoint(
        get = "/by",
        require(scheme("first") || role("Second")),
        schemes("second", "first")
    )]
    async fn by(caller: Principal) -> String {
        caller.scheme().to_owned()
    }
}

/// Answers with a principal that it was given.
#[derive(Debug)]
struct Given(Principal);

impl Scheme for Given {
    fn authenticate<'a>(&'a self, _: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(Found::Caller(self.0.clone()))
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Given")
    }
}

/// Finds nobody.
#[derive(Debug)]
struct Blind;

impl Scheme for Blind {
    fn authenticate<'a>(&'a self, _: &'a HttpRequest) -> Answer<'a> {
        Answer::Ready(Found::Nothing)
    }

    fn challenge(&self) -> Challenge {
        Challenge::new("Blind")
    }
}

fn instance(first: impl Scheme + 'static, wanted: Rule) -> Portcullis {
    let builder = Portcullis::builder().scheme("first", first).scheme("second", Blind);
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = builder.policy("Wanted", wanted).build().unwrap();
    portcullis
}

async fn get(portcullis: &Portcullis, path: &str, caller: &str, leak: &Leak) -> (u16, String) {
    let app = App::new().app_data(leak.clone()).configure(portcullis.mount());
    let app = init_service(app).await;
    let request = TestRequest::with_uri(path).insert_header(("x-caller", caller));
    let response = call_service(&app, request.to_request()).await;
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

#[actix_web::test]
async fn one_name_of_a_policy_means_what_each_instance_says() {
    let leak = Leak::default();
    let one = instance(Spelled, Rule::role("x"));
    // The bit of `y` here is the bit of `x` there.
    let other = instance(Spelled, Rule::role("y"));
    for (caller, in_one, in_other) in [("a; role=x", 200, 403), ("a; role=y", 403, 200)] {
        assert_eq!(get(&one, "/wanted", caller, &leak).await.0, in_one);
        assert_eq!(get(&other, "/wanted", caller, &leak).await.0, in_other);
    }
}

#[actix_web::test]
async fn a_caller_of_one_instance_is_nobody_to_another() {
    let leak = Leak::default();
    let one = instance(Spelled, Rule::role("x"));
    let (status, told) = get(&one, "/leak", "eve; role=x", &leak).await;
    assert_eq!((status, told.as_str()), (200, "eve of urn:portcullis:scheme:first by first"));
    let stolen = leak.lock().unwrap().clone().unwrap();

    let other = instance(Given(stolen.clone()), Rule::role("x"));
    assert_eq!(get(&other, "/wanted", "", &leak).await.0, 401);
    assert_eq!(get(&other, "/leak", "", &leak).await.0, 401);

    // A setter makes a new principal of it, verified by nobody until a scheme answers with it.
    let renewed = stolen.role("y");
    assert_eq!((renewed.scheme(), renewed.issued_by()), ("", ""));
    let other = instance(Given(renewed), Rule::role("x") & Rule::role("y"));
    assert_eq!(get(&other, "/wanted", "", &leak).await.0, 200);
}

#[actix_web::test]
async fn the_scheme_that_found_the_caller_is_known() {
    let leak = Leak::default();
    let portcullis = instance(Spelled, Rule::role("x"));
    assert_eq!(get(&portcullis, "/by", "eve", &leak).await, (200, "first".to_owned()));
}

#[actix_web::test]
async fn an_endpoint_can_be_served_on_routes_known_at_run_time() {
    let wanted = portcullis::__private::ENDPOINTS.iter().find(|one| one.handler == "wanted");
    let builder = Portcullis::builder().scheme("first", Spelled).scheme("second", Blind);
    let portcullis = builder
        .policy("Wanted", Rule::role("x"))
        .serve_at(wanted.unwrap(), [(Verb::Post, format!("/at/{}", "run-time"))])
        .build()
        .unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    for (caller, expected) in [("eve; role=x", 200), ("eve", 403)] {
        let request = TestRequest::post().uri("/at/run-time").insert_header(("x-caller", caller));
        assert_eq!(call_service(&app, request.to_request()).await.status(), expected);
    }
    let request = TestRequest::get().uri("/wanted").insert_header(("x-caller", "eve; role=x"));
    assert_eq!(call_service(&app, request.to_request()).await.status(), 200);
}

#[actix_web::test]
async fn a_principal_that_nobody_vouches_for_is_nobody() {
    let leak = Leak::default();
    let over = SystemTime::now() - Duration::from_secs(1);
    let rows = [
        (Principal::new("ada"), 200),
        (Principal::new(""), 401),
        (Principal::new("ada").expires(over), 401),
        (Principal::new("ada").expires(over + Duration::from_secs(60)), 200),
        (Principal::new("ada").issuer(""), 401),
        (Principal::new("ada").issuer("urn:portcullis:scheme:second"), 401),
        (Principal::new("ada").issuer("urn:portcullis:scheme:first"), 200),
        (Principal::new("ada").issuer("https://issuer.example"), 200),
    ];
    for (caller, expected) in rows {
        let portcullis = instance(Given(caller.clone()), Rule::role("x"));
        assert_eq!(get(&portcullis, "/leak", "", &leak).await.0, expected, "{caller:?}");
    }
}
