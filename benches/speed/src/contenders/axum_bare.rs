//! The floor of axum.

use axum::Router;
use axum::routing::get;

use crate::job::{HELLO, Job, PATH};

pub(super) fn router(_: Job) -> Router {
    Router::new().route(PATH, get(async || HELLO))
}
