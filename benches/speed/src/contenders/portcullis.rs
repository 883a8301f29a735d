//! Portcullis, as its documentation shows it: cold, where every token is verified anew, and
//! warm, where verified tokens are remembered.

use std::sync::Arc;

use portcullis::{JwtBearer, Portcullis, TokenCache, endpoint};

use super::Routes;
use crate::job::{AUDIENCE, Endpoints, HELLO, ISSUER, Job};

#[endpoint(
    get = "/job",
    roles("Admin", "Owner"),
    permissions_all("UpdateUsers", "DeleteUsers"),
    claims("AdminID", "EmployeeID")
)]
async fn restricted() -> &'static str {
    HELLO
}

pub(super) fn cold(job: Job) -> Routes {
    routes(job, scheme(job).token_cache(TokenCache::off()))
}

pub(super) fn warm(job: Job) -> Routes {
    routes(job, scheme(job))
}

fn scheme(job: Job) -> JwtBearer {
    let longest = job.tokens().honest(1).len().max(8 * 1024);
    JwtBearer::new(job.keys.portcullis()).issuer(ISSUER).audience(AUDIENCE).max_token_bytes(longest)
}

fn routes(job: Job, scheme: JwtBearer) -> Routes {
    let builder = Portcullis::builder().scheme("jwt", scheme);
    let builder = match job.endpoints {
        Endpoints::One => builder.module(module_path!()),
        Endpoints::Many(endpoints) => {
            many::modules(endpoints).fold(builder, |builder, module| builder.module(module))
        }
    };
    let portcullis = builder.build().expect("it is sound");
    Arc::new(move |config| {
        config.configure(portcullis.mount());
    })
}
