//! Endpoints in groups: prefix, requirements and schemes of the whole chain.

use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App, web};
use portcullis::{Builder, Portcullis, test};
use portcullis_tests::Spelled;

mod groups {
    use portcullis::group;

    group!(
        /// What tenants do for themselves.
        pub(super) TENANT = "/tenants/{tenant}", claims("tenant"), tags("tenants")
    );
    group!(pub(super) ADMIN = "/admin", roles("Admin"), group = TENANT, schemes("one", "two"));
    group!(pub(super) PLAIN = "/plain", schemes("two"));
    group!(pub(super) OPEN = "/open", roles("Admin"), allow_anonymous);
}

mod endpoints {
    use actix_web::web;
    use portcullis::{Principal, endpoint};

    use super::groups::{ADMIN, OPEN, PLAIN, TENANT};

    #[endpoint(get = "", group = TENANT)]
    async fn tenant(tenant: web::Path<String>) -> String {
        format!("tenant {tenant}")
    }

    #[endpoint(
        get = "/users/{id}",
        delete = "/users/{id}",
        group = ADMIN,
        permissions("users"),
        on(DELETE, permissions("users:delete")),
    )]
    async fn user(path: web::Path<(String, u32)>) -> String {
        format!("user {} of {}", path.1, path.0)
    }

    #[endpoint(get = "/who", group = ADMIN, schemes("three", "two"))]
    async fn who(caller: Principal) -> String {
        caller.scheme().to_owned()
    }

    #[endpoint(get = "/a", anonymous, group = PLAIN)]
    async fn plain() -> &'static str {
        "plain"
    }

    #[endpoint(get = "/a", post = "/a", group = OPEN, anonymous(GET))]
    async fn open(caller: Option<Principal>) -> String {
        format!("open to {}", caller.is_some())
    }

    #[endpoint(get = "/by-hand", group = OPEN, manual)]
    pub(super) async fn by_hand() -> &'static str {
        "by hand"
    }

    #[endpoint(get = "/alone", anonymous)]
    async fn alone() -> &'static str {
        "alone"
    }
}

use groups::{ADMIN, OPEN, PLAIN, TENANT};

fn builder() -> Builder {
    Portcullis::builder().scheme("one", Spelled).scheme("two", Spelled).scheme("three", Spelled)
}

#[expect(clippy::unwrap_used, reason = "a set-up of a test")]
fn served(builder: Builder) -> Portcullis {
    builder.build().unwrap()
}

async fn ask(request: TestRequest, caller: Option<test::Caller>) -> (u16, String) {
    let portcullis = served(builder());
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = request.to_request();
    let request = match caller {
        Some(caller) => caller.call(request),
        None => request,
    };
    let response = call_service(&app, request).await;
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

/// As the other tests say it of which every mutant of the decision must fail one.
const DIFFER: &str = "the oracle and the gate differ about";

#[actix_web::test]
async fn the_prefix_stands_in_front_and_its_parameters_arrive() {
    let tenant = || Some(test::caller().claim("tenant", "acme"));
    assert_eq!(ask(get("/tenants/acme"), tenant()).await, (200, "tenant acme".to_owned()));
    assert_eq!(ask(get("/users/7"), tenant()).await.0, 404);
    let all = test::caller().claim("tenant", 1).role("Admin").permission("users");
    let (status, text) = ask(get("/tenants/acme/admin/users/7"), Some(all)).await;
    assert_eq!((status, text.as_str()), (200, "user 7 of acme"));
}

#[actix_web::test]
async fn every_requirement_of_the_chain_must_hold() {
    for have in 0_u8..16 {
        let has = |bit: u8| have & (1 << bit) != 0;
        for delete in [false, true] {
            let mut caller = test::caller();
            caller = if has(0) { caller.claim("tenant", "acme") } else { caller };
            caller = if has(1) { caller.role("Admin") } else { caller };
            caller = if has(2) { caller.permission("users") } else { caller };
            caller = if has(3) { caller.permission("users:delete") } else { caller };
            let may = has(0) && has(1) && has(2) && (has(3) || !delete);
            let request = if delete { TestRequest::delete() } else { TestRequest::get() };
            let request = request.uri("/tenants/acme/admin/users/7");
            let status = ask(request, Some(caller)).await.0;
            let verb = if delete { "DELETE" } else { "GET" };
            let expected = if may { 200 } else { 403 };
            assert_eq!(status, expected, "{DIFFER} {verb} /users/{{id}}: {have:04b}");
        }
    }
    assert_eq!(ask(get("/tenants/acme/admin/users/7"), None).await.0, 401);
}

#[actix_web::test]
async fn schemes_of_groups_and_endpoint_are_intersected() {
    let caller = || test::caller().claim("tenant", "acme").role("Admin").permission("users");
    let rows = [("who", None, 200), ("who", Some("three"), 401), ("who", Some("one"), 401)];
    let more =
        [("users/7", None, 200), ("users/7", Some("two"), 200), ("users/7", Some("three"), 401)];
    for (path, scheme, expected) in rows.into_iter().chain(more) {
        let path = format!("/tenants/acme/admin/{path}");
        let caller = scheme.map_or_else(caller, |scheme| caller().scheme(scheme));
        let (status, text) = ask(get(&path), Some(caller)).await;
        assert_eq!(status, expected, "{DIFFER} GET {path}: {scheme:?}");
        if path.ends_with("who") && expected == 200 {
            assert_eq!(text, "two", "{DIFFER} GET {path}: by which scheme");
        }
    }
}

#[actix_web::test]
async fn a_group_that_demands_opens_only_by_its_own_word() {
    assert_eq!(ask(get("/plain/a"), None).await, (200, "plain".to_owned()));
    assert_eq!(ask(get("/open/a"), None).await, (200, "open to false".to_owned()));
    let rows =
        [(None, 401), (Some(test::caller()), 403), (Some(test::caller().role("Admin")), 200)];
    for (caller, expected) in rows {
        let status = ask(TestRequest::post().uri("/open/a"), caller).await.0;
        assert_eq!(status, expected, "{DIFFER} POST /open/a: {expected}");
    }
}

fn paths(builder: Builder) -> Vec<String> {
    let portcullis = served(builder);
    let mut paths = portcullis.routes().map(|route| route.path().to_owned()).collect::<Vec<_>>();
    paths.dedup();
    paths
}

#[test]
fn an_instance_serves_one_group_or_leaves_one_out() {
    let admin = ["/tenants/{tenant}/admin/users/{id}", "/tenants/{tenant}/admin/who"];
    assert_eq!(paths(builder().only(ADMIN)), admin);
    assert_eq!(paths(builder().only(TENANT).except(ADMIN)), ["/tenants/{tenant}"]);
    assert_eq!(paths(builder().only(PLAIN).only(OPEN)), ["/open/a", "/open/by-hand", "/plain/a"]);
    let rest = builder().except(TENANT).except(OPEN).except(PLAIN);
    assert_eq!(paths(rest), ["/alone"]);
    let two = builder().module("groups::endpoints").except(TENANT);
    assert_eq!(paths(two), ["/alone", "/open/a", "/open/by-hand", "/plain/a"]);
}

#[test]
fn a_choice_that_concerns_nothing_is_told() {
    portcullis::group!(EMPTY = "/empty");
    let problems = builder().only(EMPTY).except(EMPTY).build().unwrap_err().to_string();
    assert!(problems.contains("tests/groups.rs:"), "{problems}");
    assert!(problems.contains("there is no endpoint in the group `EMPTY`"), "{problems}");
}

#[actix_web::test]
async fn an_endpoint_that_is_mounted_by_hand_keeps_the_prefix_of_its_group() {
    let portcullis = served(builder());
    let scope = web::scope("/v1").service(endpoints::by_hand);
    let app = init_service(App::new().configure(portcullis.install()).service(scope)).await;
    let status = async |path: &str, caller: test::Caller| {
        let request = caller.call(get(path).to_request());
        call_service(&app, request).await.status().as_u16()
    };
    assert_eq!(status("/v1/open/by-hand", test::caller().role("Admin")).await, 200);
    assert_eq!(status("/v1/open/by-hand", test::caller()).await, 403);
    assert_eq!(status("/v1/by-hand", test::caller().role("Admin")).await, 404);
}

#[test]
fn reports_see_the_whole() {
    let portcullis = served(builder().only(ADMIN));
    let told = portcullis.routes().map(|route| {
        let rules = route.rules().map(ToString::to_string).collect::<Vec<_>>();
        format!("{} {}: {}", route.verb(), route.path(), rules.join(" && "))
    });
    let told = told.collect::<Vec<_>>();
    let user = r#"/tenants/{tenant}/admin/users/{id}: role("Admin") && claim("tenant") && permission("users")"#;
    assert!(told.contains(&format!("GET {user}")), "{told:#?}");
}
