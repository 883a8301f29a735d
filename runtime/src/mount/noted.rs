//! Which pattern a request belongs to, noted by the guard for the service that is called right
//! after it, so that the tree is asked once. Saves a third of what routing costs.

use std::cell::Cell;

use actix_web::dev::{ServiceRequest, Url};
use actix_web::guard::GuardContext;

use crate::routing::Tree;

/// The answer to the last question of this worker's guard.
#[derive(Debug, Default)]
pub(super) struct Noted(Cell<Option<usize>>);

impl Noted {
    /// Whether a request is in the tree, by its path as the router decodes it.
    pub(super) fn is_found<T>(&self, tree: &Tree<T>, context: &GuardContext<'_>) -> bool {
        let uri = &context.head().uri;
        if uri.path().contains('%') {
            self.0.set(None);
            return tree.find(Url::new(uri.clone()).path()).is_some();
        }
        let found = tree.find(uri.path());
        self.0.set(found);
        found.is_some()
    }

    /// The position of the pattern of a request that the guard has just let through. What the
    /// router goes by has the last word, should middleware have changed it.
    pub(super) fn take<T>(&self, tree: &Tree<T>, request: &ServiceRequest) -> Option<usize> {
        let path = request.match_info().get_ref().path();
        let noted = self.0.take().filter(|_| same(path, request.head().uri.path()));
        noted.or_else(|| tree.find(path))
    }
}

/// Whether two texts are the same; usually they are even the same memory.
fn same(one: &str, other: &str) -> bool {
    std::ptr::eq(one, other) || one == other
}
