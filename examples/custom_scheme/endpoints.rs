//! Who may call what. Nothing here knows how callers are recognized.

use portcullis::{Principal, endpoint};

use crate::scheme::SignedBody;

#[endpoint(get = "/jobs", roles("Runner"))]
async fn jobs(caller: Principal) -> String {
    format!("the jobs of {}", caller.id())
}

#[endpoint(post = "/jobs", roles("Runner"))]
async fn start(body: SignedBody) -> String {
    format!("started {}", String::from_utf8_lossy(&body.0))
}

#[endpoint(delete = "/jobs", roles("Admin"))]
async fn stop() -> &'static str {
    "stopped"
}
