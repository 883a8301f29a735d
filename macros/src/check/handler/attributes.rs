//! Attributes of the handler that would serve it a second time.

use syn::{Attribute, Path};

use crate::problems::{Problems, shown};

pub(super) fn tell(attributes: &[Attribute], problems: &mut Problems) {
    for path in attributes.iter().map(Attribute::path) {
        if is_endpoint(path) {
            let message = "one `endpoint` guards a handler; write all routes into the first, \
                           such as `get = \"/a\", post = \"/b\"`";
            problems.report(path, message);
        } else if is_route(path) {
            let path_text = shown(path);
            let message = format!(
                "`#[{path_text}]` would serve this handler unguarded; write its route into \
                 `endpoint`"
            );
            problems.report(path, message);
        }
    }
}

pub(super) fn serves(path: &Path) -> bool {
    is_endpoint(path) || is_route(path)
}

fn is_endpoint(path: &Path) -> bool {
    is_of(path, "portcullis", &["endpoint"])
}

fn is_route(path: &Path) -> bool {
    is_of(path, "actix_web", &ROUTES)
}

/// By its bare name, or by its whole path.
fn is_of(path: &Path, home: &str, names: &[&str]) -> bool {
    let mut segments = path.segments.iter().map(|segment| &segment.ident);
    let of_home = match path.segments.len() {
        1 => true,
        2 => segments.next().is_some_and(|first| first == home),
        _ => false,
    };
    of_home && segments.next().is_some_and(|name| names.iter().any(|known| name == known))
}

/// The attributes by which actix-web routes.
const ROUTES: [&str; 11] = [
    "connect", "delete", "get", "head", "options", "patch", "post", "put", "route", "routes",
    "trace",
];
