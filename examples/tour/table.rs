//! The access table, as text: every verb and path, and who may call it.

use std::fmt::{self, Display, Formatter};

use portcullis::{Portcullis, RouteEntry};

/// Of everything that this `Portcullis` serves.
pub(crate) struct Table<'a>(pub(crate) &'a Portcullis);

impl Display for Table<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.routes().try_for_each(|route| line(&route, f))
    }
}

fn line(route: &RouteEntry<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    write!(f, "  {:6} {:28} ", route.verb().as_str(), route.path())?;
    let rules = route.rules().map(ToString::to_string).collect::<Vec<_>>();
    match rules.as_slice() {
        _ if route.is_anonymous() => writeln!(f, "everyone"),
        [] => writeln!(f, "any authenticated caller"),
        rules => writeln!(f, "{}", rules.join(&format!("\n{:38}and ", ""))),
    }
}
