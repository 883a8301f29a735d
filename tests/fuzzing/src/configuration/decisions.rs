//! The answers of an instance against what was chosen.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use portcullis::Portcullis;

use super::callers::Caller;
use super::chosen::Chosen;
use super::demand::Demand::{self, All, Any, Claim, Not, Permission, Policy, Role, Scheme, Scope};
use super::schemes;
use crate::server::Server;

/// An endpoint as `endpoints::configured` has it.
struct Door {
    module: &'static str,
    method: Method,
    path: &'static str,
    anonymous: bool,
    schemes: &'static [&'static str],
    rule: Demand,
}

pub(super) fn compare(chosen: &Chosen, portcullis: &Portcullis, callers: &[Option<Caller>]) {
    let server = Server::of(portcullis);
    for door in doors() {
        for caller in callers {
            let request = TestRequest::with_uri(door.path).method(door.method.clone());
            let request = match caller {
                Some(caller) => caller.request(request),
                None => request,
            };
            let expected = match chosen.serves(door.module) {
                true => door.status(chosen, caller.as_ref()),
                false => 404,
            };
            let answer = server.answer(request);
            let asked = (&door.method, door.path);
            assert_eq!(answer.status, expected, "{asked:?} by {caller:?} of {chosen:#?}");
        }
    }
}

fn doors() -> Vec<Door> {
    let door = |module, method, path, schemes, rule| Door {
        module,
        method,
        path,
        schemes,
        rule,
        anonymous: false,
    };
    let any_of = |names: [&'static str; 2]| Any(names.map(Role).into());
    let both = |one, other| All(vec![one, other]);
    let half = || both(any_of(["A", "B"]), Permission("x"));
    vec![
        door("free", Method::GET, "/any", &[], All(Vec::new())),
        Door { anonymous: true, ..door("free", Method::GET, "/half", &[], half()) },
        door("free", Method::POST, "/half", &[], half()),
        door("bound", Method::GET, "/p", &[], Policy("p")),
        door("bound", Method::PUT, "/p", &[], both(Policy("p"), both(Policy("q"), Scope("s")))),
        door(
            "bound",
            Method::GET,
            "/mixed",
            &[],
            Any(vec![
                both(Not(Box::new(Policy("p"))), Role("A")),
                both(Policy("q"), Not(Box::new(Claim("k")))),
            ]),
        ),
        door(
            "bound::schemed",
            Method::GET,
            "/ab",
            &["a", "b"],
            Any(vec![Scheme("b"), Policy("p")]),
        ),
    ]
}

impl Door {
    fn status(&self, chosen: &Chosen, caller: Option<&Caller>) -> u16 {
        if self.anonymous {
            return 200;
        }
        let Some(caller) = caller.filter(|caller| self.finds(chosen, caller)) else { return 401 };
        match self.rule.holds(caller, &chosen.policies) {
            true => 200,
            false if chosen.hide => 404,
            false => 403,
        }
    }

    /// Whether the first scheme that sees the credentials is the caller's own.
    fn finds(&self, chosen: &Chosen, caller: &Caller) -> bool {
        let first =
            chosen.default.as_deref().or(chosen.schemes.first().map(|(name, _)| name.as_str()));
        let asked = match self.schemes {
            [] => first.into_iter().collect(),
            listed => listed.to_vec(),
        };
        let sees = |name: &&str| {
            let scheme = chosen.schemes.iter().find(|(own, _)| own == name);
            scheme.is_some_and(|(own, scheme)| match scheme {
                schemes::Chosen::Told(_) => *own == caller.came_by,
                _ => caller.is_bearer,
            })
        };
        asked.into_iter().find(sees) == Some(caller.came_by.as_str())
    }
}
