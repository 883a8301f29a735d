//! Whatever patterns are routed.

mod patterns;
mod rank;

use actix_web::dev::{Path, ResourceDef, Url};
use actix_web::http::{Method, Uri};
use actix_web::test::TestRequest;
use arbitrary::{Result, Unstructured};
use portcullis::__private::{ENDPOINTS, Endpoint};
use portcullis::{Portcullis, Verb};

use crate::server::Server;

const VERBS: [Verb; 3] = [Verb::Get, Verb::Post, Verb::Head];
const OWN: &str = "/the/route/of/its/own";

/// Serves one endpoint at several patterns and asks for several paths.
///
/// Start-up never panics, and refuses one verb at one path twice. Where it serves, a path that no
/// pattern matches by actix-web's reading is 404; else a pattern that matches answers, with its
/// own verb or with 405, and none that is beaten in every piece by another that matches.
///
/// # Panics
///
/// If one of that is not so.
pub fn routing(data: &[u8]) {
    let mut choices = Unstructured::new(data);
    let Ok(routes) = routes(&mut choices) else { return };
    let built = Portcullis::builder()
        .module("portcullis_fuzzing::endpoints::routed")
        .serve_at(told(), routes.clone())
        .build();
    let twice = (1..routes.len()).any(|at| routes[..at].contains(&routes[at]));
    let served = match built {
        Err(_) => {
            let plain = |path: &str| path.starts_with('/') && !path.contains('{');
            assert!(twice || !routes.iter().all(|(_, path)| plain(path)), "{routes:?}");
            return;
        }
        Ok(served) => Server::of(&served),
    };
    assert!(!twice, "served twice: {routes:?}");
    let own = VERBS.map(|verb| (verb, OWN.to_owned()));
    let routes = routes.into_iter().chain(own).map(Known::new).collect::<Vec<_>>();
    for _ in 0..6 {
        let Ok(path) = patterns::path(&mut choices) else { return };
        for method in [Method::GET, Method::POST, Method::HEAD, Method::PATCH] {
            ask(&served, &routes, &path, &method);
        }
    }
}

fn routes(choices: &mut Unstructured<'_>) -> Result<Vec<(Verb, String)>> {
    let count = choices.int_in_range(1..=6)?;
    let route = |_| Ok((*choices.choose(&VERBS)?, patterns::pattern(choices)?));
    (0..count).map(route).collect()
}

/// A route, and actix-web's reading of its pattern.
struct Known {
    verb: Verb,
    pattern: String,
    definition: ResourceDef,
}

impl Known {
    fn new((verb, pattern): (Verb, String)) -> Self {
        Self { verb, definition: ResourceDef::new(pattern.as_str()), pattern }
    }

    fn is_beaten(&self, matching: &[&Self]) -> bool {
        matching.iter().any(|other| rank::beats(&other.pattern, &self.pattern))
    }

    fn shown(&self) -> String {
        format!("{} {}", self.verb, self.pattern)
    }
}

fn ask(served: &Server, routes: &[Known], path: &str, method: &Method) {
    let Ok(uri) = path.parse::<Uri>() else { return };
    let read = Url::new(uri).path().to_owned();
    let answer = served.answer(TestRequest::default().uri(path).method(method.clone()));
    let matching = routes.iter().filter(|route| route.definition.is_match(&read));
    let matching = matching.collect::<Vec<_>>();
    let all = || matching.iter().map(|route| route.shown()).collect::<Vec<_>>();
    let shown = || format!("{method} {path}: {} {}, of {:?}", answer.status, answer.body, all());
    match answer.status {
        404 => {
            // An expression can match and still capture less than its parameters.
            let captures =
                |route: &&Known| route.definition.capture_match_info(&mut Path::new(read.as_str()));
            assert!(!matching.iter().any(captures), "{}", shown());
        }
        405 => {
            let best = matching.iter().filter(|route| !route.is_beaten(&matching));
            let best = best.map(|route| route.verb).collect::<Vec<_>>();
            let open = matches!(best[..], [verb] if is_for(verb, method));
            assert!(!best.is_empty() && !open, "{}", shown());
        }
        200 => {
            let answers =
                |route: &&&Known| is_for(route.verb, method) && answer.body == route.shown();
            let answered = matching.iter().find(answers);
            let sound = answered.is_some_and(|route| !route.is_beaten(&matching));
            assert!(sound, "{}", shown());
        }
        _ => panic!("{}", shown()),
    }
}

fn is_for(verb: Verb, method: &Method) -> bool {
    verb.as_str() == method.as_str() || (verb == Verb::Get && *method == Method::HEAD)
}

/// The one endpoint, which is put on every route.
fn told() -> &'static Endpoint {
    let of = "portcullis_fuzzing::endpoints::routed";
    let mut here = ENDPOINTS.iter().filter(|one| one.module == of);
    here.next().expect("it is linked")
}
