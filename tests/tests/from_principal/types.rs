//! What fields are filled with.

use actix_web::http::Method;
use portcullis::{FromPrincipal, Principal, test};
use serde_json::{Value, json};

use crate::endpoints::{Everything, Kind, Numbered};
use crate::served::of;

#[actix_web::test]
async fn every_source_fills_its_field() {
    let caller = test::caller()
        .id("eve")
        .claim("AdminID", "007")
        .claim("dept", "eng")
        .claim("desks", ["a", "b"])
        .claim("level", 3)
        .claim("home", json!({"city": "Ulm"}))
        .claim("kind", "outer")
        .role("Admin")
        .permission("docs:write")
        .scope("read");
    let told = of(caller, Method::GET, "/everything").await;
    assert_eq!(told.status, 200, "{}", told.body);
    let expected = json!({
        "id": "eve", "issuer": "urn:portcullis:scheme:spelled", "admin": "007",
        "department": "eng", "desks": ["a", "b"], "level": 3, "home": {"city": "Ulm"},
        "kind": "outer", "is_admin": true, "may_write": true, "may_read": true,
    });
    assert_eq!(serde_json::from_str::<Value>(&told.body).unwrap(), expected);
}

#[test]
fn a_single_value_is_a_list_of_one() {
    let of = |desks: Value| {
        let caller = Principal::new("7").claim("desks", desks);
        Numbered::from_principal(&caller).map(|Numbered(_, desks)| desks)
    };
    assert_eq!(of(json!([1, 2])), Ok(vec![1, 2]));
    assert_eq!(of(json!(3)), Ok(vec![3]));
    for other in [json!("3"), json!(["3"]), json!([1, "2"]), json!({"a": 1}), json!(true)] {
        assert!(of(other.clone()).is_err(), "{other}");
    }
}

#[test]
fn nothing_is_coerced() {
    let with = |name: &str, value: Value| {
        Everything::from_principal(&Principal::new("eve").claim(name, value)).is_ok()
    };
    for (name, value) in [
        ("AdminID", json!(7)),
        ("AdminID", json!(["007"])),
        ("AdminID", json!(true)),
        ("dept", json!({"name": "eng"})),
        ("desks", json!([1])),
        ("desks", json!(1)),
        ("level", json!("3")),
        ("level", json!(256)),
        ("level", json!(-1)),
        ("level", json!(1.5)),
        ("home", json!("Ulm")),
        ("home", json!({})),
        ("kind", json!("other")),
    ] {
        assert!(!with(name, value.clone()), "{name}: {value}");
    }
    assert!(
        with("AdminID", json!("7")) && with("desks", json!("one")) && with("level", json!(255))
    );
}

#[test]
fn a_subject_is_read_as_its_type() {
    let of = |id: &str| {
        let caller = Principal::new(id).claim("desks", 1);
        Numbered::from_principal(&caller).map(|Numbered(id, _)| id).ok()
    };
    assert_eq!([of("42"), of("eve"), of("-1"), of("")], [Some(42), None, None, None]);
}

#[test]
fn flags_go_by_the_exact_name() {
    let read = |caller: Principal| Everything::from_principal(&caller).unwrap();
    assert!(!read(Principal::new("eve").role("admin")).is_admin);
    // Roles, permissions and scopes are three things.
    let mixed = Principal::new("eve").permission("Admin").scope("docs:write").role("read");
    let mixed = read(mixed.claim("AdminID", "x").claim("kind", "inner"));
    assert_eq!([mixed.is_admin, mixed.may_write, mixed.may_read], [false; 3]);
    assert_eq!(mixed.kind, Some(Kind::Inner));
}
