//! Policies that mean nothing are told when a server starts: what is wrong for certain keeps it
//! from starting, what may be intended is a warning.

mod endpoints;
mod policies;
mod refused;
mod sizes;
mod warned;

use portcullis::{Builder, Portcullis, Problem};
use portcullis_tests::Spelled;

/// An instance of the endpoints of one module.
fn builder(module: &str) -> Builder {
    let builder = Portcullis::builder().scheme("spelled", Spelled);
    builder.module(format!("weighing::endpoints::{module}"))
}

/// The messages, each of which has this file as its place.
fn told<'a>(file: &str, problems: impl IntoIterator<Item = &'a Problem>) -> Vec<String> {
    let message = |problem: &Problem| {
        let (place, line) = problem.place().unwrap_or_default();
        assert!(place.ends_with(file) && line > 0, "{problem}");
        problem.message().to_owned()
    };
    problems.into_iter().map(message).collect()
}

/// What keeps a server from starting.
#[expect(clippy::unwrap_used, reason = "a set-up that must be refused")]
fn refused(builder: Builder) -> Vec<String> {
    told("endpoints.rs", builder.build().map(|_| ()).unwrap_err().iter())
}

/// What a server that starts warns of.
#[expect(clippy::unwrap_used, reason = "a set-up that must be accepted")]
fn warned(builder: Builder) -> Vec<String> {
    told("endpoints.rs", builder.build().unwrap().warnings())
}
