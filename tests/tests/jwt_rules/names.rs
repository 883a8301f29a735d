//! Roles and permissions: strings or arrays of strings; nothing is coerced.

use serde_json::{Value, json};

use crate::draft::sound;
use crate::server::{Server, scheme};

const WRONG: &str = "roles, permissions or scopes are neither a string nor an array of strings";

fn wrong() -> Vec<Value> {
    vec![
        json!(1),
        json!(true),
        json!({"Admin": true}),
        json!(["Admin", 1]),
        json!(["Admin", null]),
        json!(["Admin", ["Manager"]]),
        json!([["Admin"]]),
        json!([{"name": "Admin"}]),
        Value::Null,
    ]
}

#[test]
fn a_role_claim_of_a_wrong_type_is_refused() {
    let server = Server::of(scheme());
    for claim in ["role", "roles"] {
        server.accepts(&sound().claim(claim, json!(["Admin"])).signed());
        for wrong in wrong() {
            server.refuses(&sound().claim(claim, wrong).signed(), WRONG);
        }
    }
}

#[test]
fn a_permission_claim_of_a_wrong_type_is_refused() {
    let server = Server::of(scheme());
    server.accepts(&sound().claim("permissions", json!(["docs:read"])).signed());
    for wrong in wrong() {
        server.refuses(&sound().claim("permissions", wrong).signed(), WRONG);
    }
}

#[test]
fn roles_are_the_union_of_role_and_roles() {
    let server = Server::of(scheme());
    for (role, roles, union) in [
        (json!("Admin"), json!([]), "Admin"),
        (json!([]), json!("Admin"), "Admin"),
        (json!("Admin"), json!(["Manager"]), "Admin,Manager"),
        (json!(["Auditor", "Admin"]), json!("Manager"), "Admin,Auditor,Manager"),
        (json!(["Admin", "Admin"]), json!(["Admin"]), "Admin"),
        (json!([]), json!([]), ""),
    ] {
        let said = server.accepts(&sound().claim("role", role).claim("roles", roles).signed());
        assert!(said.contains(&format!("; roles {union};")), "{said}");
    }
    let one_sound = sound().claim("role", "Admin").claim("roles", 1);
    server.refuses(&one_sound.signed(), WRONG);
}

#[test]
fn a_role_is_taken_as_it_is() {
    let server = Server::of(scheme());
    for role in ["Admin Manager", "Admin;Manager", "admin", " Admin"] {
        let said = server.accepts(&sound().claim("roles", role).signed());
        assert!(said.contains(&format!("; roles {role};")), "not split, not folded: {said}");
    }
}

#[test]
fn permissions_are_a_string_or_an_array() {
    let server = Server::of(scheme());
    for (claim, permissions) in
        [(json!("docs:read"), "docs:read"), (json!(["b", "a", "b"]), "a,b"), (json!([]), "")]
    {
        let said = server.accepts(&sound().claim("permissions", claim).signed());
        assert!(said.contains(&format!("; permissions {permissions};")), "{said}");
    }
    let said = server.accepts(&sound().claim("permission", "docs:read").signed());
    assert!(said.contains("; permissions ;"), "no such claim by default: {said}");
}

#[test]
fn roles_are_in_the_configured_claims() {
    let server = Server::of(scheme().role_claims(["groups", "https://app.example/roles"]));
    let token = sound().claim("groups", json!(["Manager"])).claim("roles", 1);
    let said = server.accepts(&token.clone().claim("https://app.example/roles", "Admin").signed());
    assert!(said.contains("; roles Admin,Manager;"), "{said}");
    server.refuses(&token.claim("groups", 1).signed(), WRONG);
}

#[test]
fn permissions_are_in_the_configured_claims() {
    let server = Server::of(scheme().permission_claims(["perms"]));
    let token = sound().claim("perms", json!(["docs:read"])).claim("permissions", 1);
    assert!(server.accepts(&token.signed()).contains("; permissions docs:read;"));
    server.refuses(&token.claim("perms", 1).signed(), WRONG);
}
