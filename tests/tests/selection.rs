//! Which endpoints an instance serves, and how much a denied caller learns.

use actix_web::http::header::HeaderValue;
use actix_web::middleware::DefaultHeaders;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, HttpResponse, web};
use portcullis::{Builder, Portcullis, Principal};
use portcullis_tests::Spelled;

mod public {
    use portcullis::endpoint;

    #[endpoint(get = "/news", anonymous)]
    async fn news() -> &'static str {
        "news"
    }
}

mod admin {
    use actix_web::middleware::DefaultHeaders;
    use portcullis::{Error, Principal, endpoint};

    #[endpoint(get = "/admin", roles("Admin"))]
    async fn admin() -> &'static str {
        "admin"
    }

    #[endpoint(get = "/marked", roles("Admin"), wrap = DefaultHeaders::new().add(("x-here", "yes")))]
    async fn marked() -> &'static str {
        "marked"
    }

    #[derive(serde::Deserialize)]
    #[expect(dead_code, reason = "what nobody has")]
    struct Rare {
        rare: String,
    }

    #[endpoint(get = "/rare")]
    async fn rare(_claims: portcullis::Claims<Rare>) -> Result<&'static str, Error> {
        Ok("rare")
    }

    pub(super) mod deeper {
        use portcullis::endpoint;

        #[endpoint(get = "/deeper", anonymous)]
        async fn deeper(_caller: Option<super::Principal>) -> &'static str {
            "deeper"
        }
    }
}

mod administration {
    use portcullis::endpoint;

    #[endpoint(get = "/forms", anonymous, manual)]
    pub(super) async fn forms() -> &'static str {
        "forms"
    }
}

fn builder() -> Builder {
    Portcullis::builder().scheme("spelled", Spelled)
}

fn paths(builder: Builder) -> Vec<String> {
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = builder.build().unwrap();
    portcullis.routes().map(|route| route.path().to_owned()).collect()
}

#[test]
fn an_instance_serves_the_modules_that_it_is_told_of() {
    assert_eq!(paths(builder()), ["/admin", "/deeper", "/forms", "/marked", "/news", "/rare"]);
    let admin = builder().module("selection::admin");
    assert_eq!(paths(admin), ["/admin", "/deeper", "/marked", "/rare"]);
    assert_eq!(paths(builder().module("selection::admin::deeper")), ["/deeper"]);
    let two = builder().module("selection::public").module("selection::admin::deeper");
    assert_eq!(paths(two), ["/deeper", "/news"]);
}

#[test]
fn a_module_without_endpoints_is_a_mistake() {
    let problems = builder().module("selection::admim").build().unwrap_err();
    let told = problems.iter().map(|one| one.message().to_owned()).collect::<Vec<_>>();
    let expected = "there is no endpoint in the module `selection::admim`; did you mean \
                    `selection::admin`?";
    assert_eq!(told, [expected]);
}

#[actix_web::test]
async fn an_endpoint_that_the_installed_instance_leaves_out_answers_500() {
    let chosen = builder().module("selection::public").build().unwrap();
    let whole = builder().build().unwrap();
    for (portcullis, expected) in [(chosen, 500), (whole, 200)] {
        let app = App::new().configure(portcullis.install()).service(administration::forms);
        let app = init_service(app).await;
        let response = call_service(&app, TestRequest::with_uri("/forms").to_request()).await;
        assert_eq!(response.status(), expected);
    }
}

type Answer = (u16, Vec<(String, HeaderValue)>, String);

/// Status, headers and body of a request by a caller.
async fn ask(portcullis: &Portcullis, path: &str, caller: &str) -> Answer {
    let app = App::new()
        .wrap(DefaultHeaders::new().add(("x-app", "yes")))
        .configure(portcullis.mount())
        .default_service(web::to(|caller: Option<Principal>| async move {
            // Nobody is known where nothing is guarded.
            let known = if caller.is_some() { "known" } else { "own" };
            HttpResponse::NotFound()
                .insert_header(("x-own", "yes"))
                .body(format!("our {known} nothing"))
        }));
    let app = init_service(app).await;
    let request = TestRequest::with_uri(path).insert_header(("x-caller", caller));
    let response = call_service(&app, request.to_request()).await;
    let headers = response.headers().iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.clone()));
    let mut headers = headers.collect::<Vec<_>>();
    headers.sort_by(|one, other| one.0.cmp(&other.0));
    let status = response.status().as_u16();
    (status, headers, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

#[actix_web::test]
async fn a_hidden_denial_is_the_apps_own_404_to_the_byte() {
    let portcullis = builder().hide_denied().build().unwrap();
    let nothing = ask(&portcullis, "/nowhere", "eve").await;
    assert_eq!((nothing.0, nothing.2.as_str()), (404, "our own nothing"));
    // By the gate, under middleware of the endpoint's own, and by an extractor.
    for path in ["/admin", "/marked", "/rare"] {
        let hidden = ask(&portcullis, path, "eve").await;
        assert_eq!(hidden, nothing, "{path}");
    }
    assert_eq!(ask(&portcullis, "/admin", "ada; role=Admin").await.0, 200);
    assert_eq!(ask(&portcullis, "/admin", "forged").await.0, 401);

    let open = builder().build().unwrap();
    assert_eq!(ask(&open, "/admin", "eve").await.0, 403);
}
