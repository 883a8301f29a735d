//! `actix-web-httpauth` finds the token, `jsonwebtoken` verifies it, `actix-web-grants` judges:
//! as the example of the latter has it. It knows one set of names, so kinds are told apart by
//! a prefix.

use std::collections::HashSet;
use std::sync::Arc;

use actix_web::dev::ServiceRequest;
use actix_web::{Error, HttpResponse, ResponseError, web};
use actix_web_grants::authorities::AttachAuthorities;
use actix_web_grants::protect;
use actix_web_httpauth::extractors::bearer::BearerAuth;
use actix_web_httpauth::middleware::HttpAuthentication;

use super::Routes;
use super::hand_written::Verifier;
use crate::job::{Claims, Denied, HELLO, Job, PATH};

pub(super) fn routes(job: Job) -> Routes {
    let verifier = web::Data::new(Verifier::new(job));
    Arc::new(move |config| {
        let authentication = HttpAuthentication::bearer(validator);
        let route = web::get().to(restricted);
        let resource = web::resource(PATH).wrap(authentication).route(route);
        config.app_data(verifier.clone()).service(resource);
    })
}

#[protect(
    all(
        any("role:Admin", "role:Owner"),
        all("UpdateUsers", "DeleteUsers"),
        any("claim:AdminID", "claim:EmployeeID")
    ),
    error = "forbidden"
)]
async fn restricted() -> &'static str {
    HELLO
}

async fn validator(
    request: ServiceRequest,
    credentials: BearerAuth,
) -> Result<ServiceRequest, (Error, ServiceRequest)> {
    let verifier = request.app_data::<web::Data<Verifier>>();
    match verifier.map(|verifier| verifier.claims(credentials.token())) {
        Some(Ok(claims)) => {
            request.attach(authorities(claims));
            Ok(request)
        }
        Some(Err(_)) | None => Err((Denied::Unauthorized.into(), request)),
    }
}

fn authorities(claims: Claims) -> HashSet<String> {
    let mut authorities = claims.permissions;
    authorities.extend(claims.roles.iter().map(|role| format!("role:{role}")));
    authorities.extend(claims.admin_id.map(|_| "claim:AdminID".to_owned()));
    authorities.extend(claims.employee_id.map(|_| "claim:EmployeeID".to_owned()));
    authorities
}

fn forbidden() -> HttpResponse {
    Denied::Forbidden.error_response()
}
