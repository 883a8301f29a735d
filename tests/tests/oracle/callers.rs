//! Every caller there could be, for the oracle and as principals.

use std::slice;

use portcullis::Principal;
use serde_json::{Value, json};

use crate::oracle::{Caller, Json};

/// The default scheme, and two others.
pub(crate) const SCHEMES: [&str; 3] = ["token", "badge", "ticket"];

const ROLES: [&str; 4] = ["Admin", "admin", "Manager", "Editor"];
const PERMISSIONS: [&str; 4] = ["A", "B", "C", "read"];
const SCOPES: [&str; 2] = ["read", "write"];

fn claims() -> [(&'static str, Json); 3] {
    let groups = ["ops".into(), 5.into(), true.into()];
    [("dept", "eng".into()), ("level", 7.into()), ("groups", Json::Array(groups.into()))]
}

/// Everybody with some, all or none of these names: 2¹³ callers, by one scheme.
pub(crate) fn everybody(scheme: &'static str) -> Vec<Caller> {
    let mut callers = Vec::new();
    for roles in subsets(&ROLES) {
        for permissions in subsets(&PERMISSIONS) {
            for scopes in subsets(&SCOPES) {
                for claims in subsets(&claims()) {
                    callers.push(Caller {
                        came_by: Some(scheme),
                        roles: roles.clone(),
                        permissions: permissions.clone(),
                        scopes: scopes.clone(),
                        claims,
                    });
                }
            }
        }
    }
    callers
}

/// Callers with a claim of every shape beside usual claims or none, with all names or none.
pub(crate) fn odd_claimants() -> Vec<Caller> {
    let mut callers = Vec::new();
    for (odd, _) in claims() {
        let others = claims().into_iter().filter(|(name, _)| *name != odd).collect::<Vec<_>>();
        for claims in subsets(&others) {
            for value in odd_values() {
                let claims = claims.iter().cloned().chain([(odd, value)]).collect::<Vec<_>>();
                let nameless = Caller { came_by: Some("token"), claims, ..Caller::default() };
                callers.push(Caller {
                    roles: ROLES.into(),
                    permissions: PERMISSIONS.into(),
                    scopes: SCOPES.into(),
                    ..nameless.clone()
                });
                callers.push(nameless);
            }
        }
    }
    callers
}

fn odd_values() -> Vec<Json> {
    let single = [
        Json::Null,
        Json::Boolean(true),
        Json::Boolean(false),
        Json::Integer(0),
        Json::Integer(1),
        Json::Integer(5),
        Json::Integer(7),
        Json::Integer(-7),
        Json::Integer(i64::MAX),
        Json::Fraction(7.5),
        Json::Text(""),
        Json::Text(" "),
        Json::Text("7"),
        Json::Text("true"),
        Json::Text("false"),
        Json::Text("eng"),
        Json::Text("Eng"),
        Json::Text("eng "),
        Json::Text("engineer"),
        Json::Text("ops"),
        Json::Text("ops,eng"),
        Json::Object("eng", Json::Boolean(true).into()),
        Json::Object("", Json::Null.into()),
    ];
    let in_array = single.iter().map(|value| Json::Array(vec![value.clone()]));
    let nested = in_array.clone().map(|array| Json::Array(vec![array]));
    let among_others = single.iter().map(|value| {
        Json::Array(vec![Json::Null, Json::Integer(3), value.clone(), Json::Text("x")])
    });
    let none = [Json::Array(Vec::new())];
    single.iter().cloned().chain(none).chain(in_array).chain(nested).chain(among_others).collect()
}

fn subsets<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    all.iter().fold(vec![Vec::new()], |subsets, item| {
        let item = slice::from_ref(item);
        let with = subsets.iter().map(|subset| [subset.as_slice(), item].concat());
        subsets.iter().cloned().chain(with).collect()
    })
}

/// The same caller, as a scheme would make it.
pub(crate) fn principal(caller: &Caller) -> Principal {
    let mut principal = Principal::new("somebody");
    principal = caller.roles.iter().fold(principal, |it, name| it.role(*name));
    principal = caller.permissions.iter().fold(principal, |it, name| it.permission(*name));
    principal = caller.scopes.iter().fold(principal, |it, name| it.scope(*name));
    caller.claims.iter().fold(principal, |it, (name, said)| it.claim(*name, value(said)))
}

fn value(said: &Json) -> Value {
    match said {
        Json::Null => Value::Null,
        Json::Boolean(boolean) => json!(boolean),
        Json::Integer(number) => json!(number),
        Json::Fraction(number) => json!(number),
        Json::Text(text) => json!(text),
        Json::Array(items) => items.iter().map(value).collect(),
        Json::Object(name, said) => json!({ *name: value(said) }),
    }
}
