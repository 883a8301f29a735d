//! What an access token opens.

use actix_web::Responder;
use portcullis::{Principal, endpoint};

#[endpoint(get = "/api/department", scopes("department:read"))]
async fn read(caller: Principal) -> impl Responder {
    format!("{} reads about the department\n", caller.id())
}

#[endpoint(
    put = "/api/department",
    roles("Admin", "Manager"),
    permissions("Manage_Department"),
    claims("ManagerID")
)]
async fn manage(caller: Principal) -> impl Responder {
    format!("{} manages the department\n", caller.id())
}
