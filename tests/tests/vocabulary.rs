//! Vocabularies in use: wherever a literal may stand, and over a served App.

use std::borrow::Cow;
use std::time::Duration;

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use portcullis::test::{self, Caller};
use portcullis::{JwtBearer, Portcullis, Principal, Rule, UnknownName, Vocabulary};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Vocabulary)]
#[vocabulary(role)]
enum Role {
    Manager = 9,
    Admin = 1,
    #[vocabulary(rename = "night shift")]
    Night,
}

#[derive(Debug, PartialEq, Vocabulary)]
#[vocabulary(permission, rename_all = "kebab-case")]
enum Permission {
    WriteDocs,
    ReadDocs,
}

#[derive(Clone, Copy, Debug, PartialEq, Vocabulary)]
#[vocabulary(scope)]
enum Scope {
    #[vocabulary(rename = "docs:read")]
    Read,
    #[vocabulary(rename = "docs:write")]
    Write,
}

#[derive(Clone, Copy, Debug, PartialEq, Vocabulary)]
#[vocabulary(claim, rename_all = "snake_case")]
enum Claim {
    EmployeeId,
    Dept,
}

mod endpoints {
    use portcullis::{Principal, endpoint};

    use super::{Claim, Permission, Role, Scope};

    #[endpoint(get = "/night", roles(Role::Night, Role::Admin))]
    async fn night() -> &'static str {
        "night"
    }

    #[endpoint(
        get = "/docs",
        permissions(Permission::WriteDocs),
        scopes_all(Scope::Read, Scope::Write),
        require(claim(Claim::Dept, "eng") && !claim(Claim::EmployeeId)),
    )]
    async fn docs() -> &'static str {
        "docs"
    }

    #[endpoint(get = "/policy", policies("Managers"))]
    async fn policy(caller: Principal) -> String {
        format!(
            "{} {} {} {:?}",
            caller.has_role(Role::Manager),
            caller.has_role(Role::Admin),
            caller.has_permission(Permission::ReadDocs) || caller.has_scope(Scope::Read),
            caller.claim_as::<String>(Claim::Dept).filter(|_| caller.has_claim(Claim::Dept)),
        )
    }
}

#[expect(clippy::unwrap_used, reason = "a set-up that must be accepted")]
fn portcullis() -> Portcullis {
    let managers = Rule::role(Role::Manager)
        & (Rule::claim_is(Claim::Dept, "eng") | Rule::claim(Claim::EmployeeId))
        & !Rule::permission(Permission::WriteDocs)
        & !Rule::scope(Scope::Write);
    Portcullis::builder()
        .scheme("jwt", JwtBearer::hs256("a key of at least thirty-two bytes"))
        .policy("Managers", managers)
        .build()
        .unwrap()
}

async fn ask(path: &str, caller: Caller) -> (u16, String) {
    let app = init_service(App::new().configure(portcullis().mount())).await;
    let request = caller.call(TestRequest::with_uri(path).to_request());
    answer(call_service(&app, request).await).await
}

async fn answer(response: actix_web::dev::ServiceResponse) -> (u16, String) {
    let status = response.status().as_u16();
    (status, String::from_utf8_lossy(&read_body(response).await).into_owned())
}

#[actix_web::test]
async fn the_name_decides_and_not_the_variant() {
    assert_eq!(ask("/night", test::caller().role(Role::Night)).await.0, 200);
    assert_eq!(ask("/night", test::caller().role("night shift")).await.0, 200);
    assert_eq!(ask("/night", test::caller().role(Role::Admin)).await.0, 200);
    assert_eq!(ask("/night", test::caller().role("Night")).await.0, 403);
    assert_eq!(ask("/night", test::caller().role(Role::Manager)).await.0, 403);
    // Of another kind.
    assert_eq!(ask("/night", test::caller().permission(Role::Night)).await.0, 403);
}

#[actix_web::test]
async fn names_of_every_kind_decide() {
    let caller = || {
        test::caller()
            .permission(Permission::WriteDocs)
            .scope(Scope::Read)
            .scope(Scope::Write)
            .claim(Claim::Dept, "eng")
    };
    assert_eq!(ask("/docs", caller()).await.0, 200);
    assert_eq!(ask("/docs", caller().claim(Claim::EmployeeId, 7)).await.0, 403);
    assert_eq!(ask("/docs", caller().claim("dept", "hr")).await.0, 403);
    let read_only = test::caller().permission("write-docs").scope("docs:read").claim("dept", "eng");
    assert_eq!(ask("/docs", read_only.clone()).await.0, 403);
    assert_eq!(ask("/docs", read_only.scope("docs:write")).await.0, 200);
}

#[actix_web::test]
async fn a_token_carries_the_names() {
    let portcullis = portcullis();
    let token = portcullis
        .tokens()
        .subject("ada")
        .roles([Role::Manager, Role::Night])
        .permissions([Permission::ReadDocs])
        .scopes([Scope::Read])
        .claim(Claim::Dept, "eng")
        .expires_in(Duration::from_secs(60))
        .sign()
        .unwrap();
    let app = init_service(App::new().configure(portcullis.mount())).await;
    let mut answers = Vec::new();
    for path in ["/policy", "/night", "/docs"] {
        let request = TestRequest::with_uri(path);
        let request = request.insert_header(("authorization", format!("Bearer {token}")));
        answers.push(answer(call_service(&app, request.to_request()).await).await);
    }
    assert_eq!(answers[0], (200, "true false true Some(\"eng\")".to_owned()));
    assert_eq!(answers[1].0, 200);
    assert_eq!(answers[2].0, 403);
}

#[test]
fn a_principal_takes_variants() {
    let caller = Principal::new("ada")
        .role(Role::Night)
        .permission(Permission::ReadDocs)
        .scope(Scope::Write)
        .claim(Claim::EmployeeId, 7);
    assert_eq!(caller.roles().collect::<Vec<_>>(), ["night shift"]);
    assert_eq!(caller.permissions().collect::<Vec<_>>(), ["read-docs"]);
    assert_eq!(caller.scopes().collect::<Vec<_>>(), ["docs:write"]);
    assert_eq!(caller.claim_as::<u8>("employee_id"), Some(7));
    assert_eq!(Rule::role(Role::Night), Rule::role("night shift"));
}

#[test]
fn all_names_are_listed_in_the_order_of_the_variants() {
    assert_eq!(Role::ALL, [Role::Manager, Role::Admin, Role::Night]);
    let names: Vec<_> = Permission::ALL.iter().map(Permission::as_str).collect();
    assert_eq!(names, ["write-docs", "read-docs"]);
}

#[test]
fn a_variant_is_its_name_as_a_text() {
    const NIGHT: &str = Role::Night.as_str();
    assert_eq!(NIGHT, "night shift");
    assert_eq!(<&'static str>::from(Role::Night), NIGHT);
    assert_eq!(String::from(Role::Night), NIGHT);
    assert!(matches!(Cow::from(Role::Night), Cow::Borrowed("night shift")));
    assert_eq!(AsRef::<str>::as_ref(&Role::Night), NIGHT);
    assert_eq!(format!("<{}> <{:>13}>", Role::Night, Role::Night), "<night shift> <  night shift>");
}

#[test]
fn every_name_is_read_again() {
    for role in Role::ALL {
        assert_eq!(role.to_string().parse(), Ok(*role));
    }
    assert_eq!("docs:write".parse(), Ok(Scope::Write));
}

#[test]
fn a_text_that_is_no_name_is_told_with_the_nearest() {
    let told = |text: &str| text.parse::<Role>().unwrap_err().to_string();
    assert_eq!(told("Amdin"), r#""Amdin" is no known role; did you mean "Admin"?"#);
    assert_eq!(
        told("night-shift"),
        r#""night-shift" is no known role; did you mean "night shift"?"#
    );
    assert_eq!(told("admin"), r#""admin" is no known role; did you mean "Admin"?"#);
    assert_eq!(told("Night"), r#""Night" is no known role"#);
    assert_eq!(told(""), r#""" is no known role"#);
    assert_eq!(told("a\n\u{1b}[31m"), r#""a\n\u{1b}[31m" is no known role"#);
    let long = told(&"ä".repeat(1_000_000));
    assert_eq!(long, format!("\"{}\"… is no known role", "ä".repeat(64)));

    let error: UnknownName = "docs:wriet".parse::<Scope>().unwrap_err();
    assert_eq!(error.nearest(), Some("docs:write"));
    assert_eq!(error.to_string(), r#""docs:wriet" is no known scope; did you mean "docs:write"?"#);
    assert_eq!("x".parse::<Claim>().unwrap_err().nearest(), None);
    assert!("dep".parse::<Claim>().unwrap_err().to_string().contains("no known claim"));
    assert!("x".parse::<Permission>().unwrap_err().to_string().contains("no known permission"));
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Account {
    roles: Vec<Role>,
    permission: Option<Permission>,
}

#[test]
fn names_make_the_round_trip_through_json() {
    let account =
        Account { roles: vec![Role::Night, Role::Admin], permission: Some(Permission::ReadDocs) };
    let json = serde_json::to_string(&account).unwrap();
    assert_eq!(json, r#"{"roles":["night shift","Admin"],"permission":"read-docs"}"#);
    assert_eq!(serde_json::from_str::<Account>(&json).unwrap(), account);
    let escaped = serde_json::from_str::<Role>(r#""\u0041dmin""#).unwrap();
    assert_eq!(escaped, Role::Admin);
    assert_eq!(serde_json::from_value::<Role>("Admin".into()).unwrap(), Role::Admin);

    let unknown = serde_json::from_str::<Role>(r#""Amdin""#).unwrap_err().to_string();
    assert!(unknown.contains(r#"did you mean "Admin"?"#), "{unknown}");
    let number = serde_json::from_str::<Role>("1").unwrap_err().to_string();
    assert!(number.contains("expected a role"), "{number}");
}

#[test]
fn the_roles_of_a_caller_are_read_by_serde() {
    let caller = Principal::new("ada").claim("duties", [Role::Night, Role::Admin]);
    let duties = caller.claim_as::<Vec<Role>>("duties");
    assert_eq!(duties, Some(vec![Role::Night, Role::Admin]));
}
