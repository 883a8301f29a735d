//! What the schemes demand already is no mistake of a policy that says so, too.
#![deny(warnings)]

use portcullis::{endpoint, policy};

policy!(Strong = scheme("mtls"));

#[endpoint(get = "/", schemes("mtls"), policies(Strong), accept(redundant))]
async fn strong() -> &'static str {
    "hello"
}

fn main() {
    let _ = strong;
}
