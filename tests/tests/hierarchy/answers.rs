//! What callers with roles of a hierarchy are told, however they came to them.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::test::{self, Caller};
use portcullis::{Builder, Portcullis, Principal};
use portcullis_tests::Spelled;

fn builder() -> Builder {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    let builder = builder.role_implies("D", ["B", "C"]).role_implies("E", ["D"]);
    builder.role_grants("B", ["write"]).exclusive_roles(["A", "B", "F"])
}

/// The status, the challenge and the body that a caller is answered with.
async fn ask(builder: Builder, path: &str, caller: Caller) -> (u16, String, String) {
    #[expect(clippy::unwrap_used, reason = "a set-up of a test")]
    let portcullis = builder.build().unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let request = caller.call(TestRequest::with_uri(path).to_request());
    let response = call_service(&app, request).await;
    let status = response.status().as_u16();
    let challenge = response.headers().get("www-authenticate").map(|value| value.as_bytes());
    let challenge = String::from_utf8_lossy(challenge.unwrap_or_default()).into_owned();
    (status, challenge, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

#[actix_web::test]
async fn a_test_caller_has_what_its_roles_bring() {
    let chief = || test::caller().role("E");
    assert_eq!(ask(builder(), "/c", chief()).await.0, 200);
    assert_eq!(ask(builder(), "/write", chief()).await.0, 200);
    assert_eq!(ask(builder(), "/a", chief()).await.0, 403);
    assert_eq!(ask(builder(), "/known", chief()).await.2, "E BCD true");
    assert_eq!(ask(builder(), "/open", chief()).await.2, "E BCD true");
    assert_eq!(ask(builder(), "/open", chief().role("A")).await.2, "nobody");
    let without = Portcullis::builder().scheme("spelled", Spelled);
    assert_eq!(ask(without, "/c", chief()).await.0, 403);
}

#[actix_web::test]
async fn a_caller_with_exclusive_roles_enters_nowhere_and_is_told_why_in_development() {
    for path in ["/a", "/b", "/not_c", "/write", "/known"] {
        let both = || test::caller().role("F").role("D").permission("write");
        let (status, challenge, body) = ask(builder(), path, both()).await;
        assert_eq!((status, challenge.as_str()), (403, INSUFFICIENT), "{path}");
        assert!(!body.contains("exclude"), "{body}");
        let (status, _, body) = ask(builder().explain_denials(true), path, both()).await;
        assert_eq!(status, 403, "{path}");
        assert!(body.contains(r#"the roles \"B\" and \"F\" exclude each other"#), "{body}");
        assert_eq!(ask(builder().hide_denied(), path, both()).await.0, 404, "{path}");
    }
}

const INSUFFICIENT: &str = r#"Spelled realm="api", error="insufficient_scope""#;

#[actix_web::test]
async fn an_explanation_names_only_what_the_hierarchy_does_not_bring() {
    let explained = || builder().explain_denials(true);
    let (status, _, body) = ask(explained(), "/not_c", test::caller().role("E")).await;
    assert_eq!(status, 403);
    assert!(body.contains(r#"not met: !role(\"C\")"#), "{body}");
    let (status, _, body) = ask(explained(), "/a", test::caller().role("E")).await;
    assert_eq!(status, 403);
    assert!(body.contains(r#"not met: role(\"A\")"#), "{body}");
}

#[test]
fn a_principal_that_no_guard_has_seen_has_what_it_was_given() {
    let chief = Principal::new("eve").role("E").permission("read");
    assert!(chief.has_role("E") && !chief.has_role("D") && !chief.has_role("e"));
    assert!(chief.has_permission("read") && !chief.has_permission("write"));
}
