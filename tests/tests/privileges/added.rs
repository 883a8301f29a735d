//! What is added, to whom, and that nothing is taken away.

use portcullis::{IntoScheme, JwtBearer, Portcullis, UserId, test};
use portcullis_tests::Spelled;

use crate::scripted::{Does, Moved, Scripted};
use crate::served::{builder, get, portcullis, status};

#[actix_web::test]
async fn roles_and_permissions_open_doors() {
    let clock = Moved::new();
    let editors = portcullis(Scripted::does(Does::Role("Editor")), &clock);
    assert_eq!(status(&editors, "/edit", "eve").await, 200);
    assert_eq!(status(&editors, "/publish", "eve").await, 403);
    let publishers = portcullis(Scripted::does(Does::Permission("docs:publish")), &clock);
    assert_eq!(status(&publishers, "/publish", "eve").await, 200);
    assert_eq!(status(&publishers, "/edit", "eve").await, 403);
    let nobody = portcullis(Scripted::default(), &clock);
    assert_eq!(status(&nobody, "/edit", "eve").await, 403);
}

#[actix_web::test]
async fn what_the_credentials_say_stays() {
    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    let told = get(&portcullis, "/edit", Some("eve; role=Editor; role=Auditor")).await;
    assert_eq!(told.body, "Editor,Auditor");
    source.now(Does::Nothing);
    let told = get(&portcullis, "/edit", Some("ada; role=Editor")).await;
    assert_eq!(told.body, "Editor");
}

#[actix_web::test]
async fn a_role_that_is_added_can_refuse_and_a_failure_is_no_entry() {
    let clock = Moved::new();
    for (does, expected) in [
        (Does::Nothing, 200),
        (Does::Role("Suspended"), 403),
        (Does::Fail, 503),
        (Does::Panic, 500),
    ] {
        let portcullis = portcullis(Scripted::does(does), &clock);
        assert_eq!(status(&portcullis, "/clean", "eve").await, expected, "{does:?}");
    }
}

#[actix_web::test]
async fn roles_bring_and_exclude_as_ever() {
    let source = Scripted::does(Does::Role("Chief"));
    let portcullis = builder()
        .privileges(source)
        .role_implies("Chief", ["Editor"])
        .role_grants("Chief", ["docs:publish"])
        .exclusive_roles(["Editor", "Auditor"])
        .build()
        .unwrap();
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(status(&portcullis, "/publish", "eve").await, 200);
    assert_eq!(status(&portcullis, "/clean", "eve; role=Auditor").await, 403);
}

#[actix_web::test]
async fn only_verified_callers_are_asked_about() {
    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    for (caller, expected) in
        [(None, 401), (Some("forged"), 401), (Some("unavailable"), 503), (Some("panic"), 500)]
    {
        assert_eq!(get(&portcullis, "/edit", caller).await.status, expected, "{caller:?}");
        assert_eq!(get(&portcullis, "/open", caller).await.body, "nobody", "{caller:?}");
    }
    assert_eq!(source.asked(), []);
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(source.asked(), [UserId::new("urn:portcullis:scheme:spelled", "eve")]);
}

#[actix_web::test]
async fn a_user_is_known_by_issuer_and_subject() {
    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(status(&portcullis, "/other", "eve").await, 200);
    assert_eq!(status(&portcullis, "/other", "eve").await, 200);
    let issuers = ["spelled", "other"].map(|name| format!("urn:portcullis:scheme:{name}"));
    assert_eq!(source.asked(), issuers.map(|issuer| UserId::new(issuer, "eve")));
}

#[actix_web::test]
async fn one_scheme_may_have_a_source_of_its_own_and_all_another() {
    let own = Scripted::does(Does::Role("Editor"));
    let portcullis = Portcullis::builder()
        .scheme("spelled", Spelled.privileges(own.clone()))
        .scheme("other", Spelled)
        .privileges(Scripted::does(Does::Permission("docs:publish")))
        .module("privileges::endpoints")
        .build()
        .unwrap();
    assert_eq!(status(&portcullis, "/edit", "eve").await, 200);
    assert_eq!(status(&portcullis, "/publish", "eve").await, 200);
    assert_eq!(status(&portcullis, "/other", "eve").await, 403);
    assert_eq!(own.asked().len(), 1);
}

#[actix_web::test]
async fn bearers_of_tokens_are_users_of_their_issuer() {
    use actix_web::App;
    use actix_web::test::{TestRequest, call_service, init_service};

    let source = Scripted::does(Does::Role("Editor"));
    let jwt = JwtBearer::hs256([7; 32]).issuer("https://issuer.example").audience("api");
    let portcullis = Portcullis::builder()
        .scheme("jwt", jwt)
        .scheme("other", Spelled)
        .privileges(source.clone())
        .module("privileges::endpoints")
        .build()
        .unwrap();
    let minute = std::time::Duration::from_secs(60);
    let token = portcullis.tokens().subject("eve").expires_in(minute).sign().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let bearer = ("authorization", format!("Bearer {token}"));
    let request = TestRequest::with_uri("/edit").insert_header(bearer).to_request();
    assert_eq!(call_service(&app, request).await.status(), 200);
    assert_eq!(source.asked(), [UserId::new("https://issuer.example", "eve")]);
}

#[actix_web::test]
async fn callers_of_tests_have_what_the_test_says() {
    use actix_web::App;
    use actix_web::test::{TestRequest, call_service, init_service};

    let source = Scripted::does(Does::Role("Editor"));
    let portcullis = portcullis(source.clone(), &Moved::new());
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = test::caller().call(TestRequest::with_uri("/edit").to_request());
    assert_eq!(call_service(&app, request).await.status(), 403);
    assert_eq!(source.asked(), []);
}
