//! Acting as a user in tests, without a token.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::test::{self, Caller};
use portcullis::{JwtBearer, Portcullis};
use portcullis_tests::Spelled;

mod endpoints {
    use portcullis::{Principal, endpoint};

    #[endpoint(get = "/admin", roles("Admin"), claims("dept" = "eng"))]
    async fn admin(caller: Principal) -> String {
        format!("{} of {} by {}", caller.id(), caller.issued_by(), caller.scheme())
    }

    #[endpoint(get = "/either", schemes("spelled", "jwt"))]
    async fn either(caller: Principal) -> String {
        caller.scheme().to_owned()
    }

    #[endpoint(get = "/open", anonymous)]
    async fn open(caller: Option<Principal>) -> String {
        caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
    }
}

async fn ask(path: &str, caller: Option<Caller>) -> (u16, String) {
    let jwt = JwtBearer::hs256("a key of at least thirty-two bytes");
    let builder = Portcullis::builder().scheme("jwt", jwt).scheme("spelled", Spelled);
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = builder.build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = TestRequest::with_uri(path).to_request();
    let request = caller.into_iter().fold(request, |request, caller| caller.call(request));
    let response = call_service(&app, request).await;
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

#[actix_web::test]
async fn a_test_caller_is_judged_as_any_other() {
    let admin = || test::caller().role("Admin");
    assert_eq!(ask("/admin", None).await.0, 401);
    assert_eq!(ask("/admin", Some(test::caller())).await.0, 403);
    assert_eq!(ask("/admin", Some(admin())).await.0, 403);
    let (status, told) = ask("/admin", Some(admin().claim("dept", "eng"))).await;
    assert_eq!((status, told.as_str()), (200, "test-user of urn:portcullis:scheme:jwt by jwt"));
    let ada = admin().claim("dept", "eng").id("ada").issuer("https://issuer.example");
    assert_eq!(ask("/admin", Some(ada)).await.1, "ada of https://issuer.example by jwt");
    assert_eq!(ask("/open", Some(test::caller().id("eve"))).await.1, "eve");
}

#[actix_web::test]
async fn it_counts_as_found_by_the_first_scheme_or_by_the_one_that_is_named() {
    assert_eq!(ask("/either", Some(test::caller())).await.1, "spelled");
    assert_eq!(ask("/either", Some(test::caller().scheme("jwt"))).await.1, "jwt");
    let stranger = || test::caller().scheme("spelled").role("Admin").claim("dept", "eng");
    assert_eq!(ask("/admin", Some(stranger())).await.0, 401);
    assert_eq!(ask("/open", Some(stranger())).await.1, "nobody");
    assert_eq!(ask("/either", Some(test::caller().scheme("nowhere"))).await.0, 401);
}
