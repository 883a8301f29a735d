//! The floor: actix's own attribute, and no guard.

use std::sync::Arc;

use actix_web::{get, web};

use super::Routes;
use crate::job::{Endpoints, HELLO, Job};

pub(super) fn routes(job: Job) -> Routes {
    match job.endpoints {
        Endpoints::One => Arc::new(|config| {
            config.service(hello);
        }),
        Endpoints::Many(many) => Arc::new(move |config| {
            for path in &many::PATHS[..many] {
                config.service(web::resource(*path).route(web::get().to(async || HELLO)));
            }
        }),
    }
}

#[get("/job")]
async fn hello() -> &'static str {
    HELLO
}
