//! The endpoints that are called.

use actix_web::{HttpResponse, Responder, web};
use portcullis::{Claims, Error, Principal, Route, endpoint};

#[endpoint(get = "/open", anonymous)]
async fn open(caller: Option<Principal>) -> String {
    caller.map_or("nobody".to_owned(), |caller| caller.id().to_owned())
}

#[endpoint(get = "/any")]
async fn any(caller: Principal) -> String {
    caller.id().to_owned()
}

#[endpoint(
    post = "/restricted",
    put = "/restricted",
    patch = "/restricted",
    roles("Admin", "Manager"),
    permissions_all("UpdateUsers", "DeleteUsers"),
    anonymous(POST)
)]
async fn restricted(number: web::Json<u32>) -> HttpResponse {
    HttpResponse::Ok().json(*number + 1)
}

#[endpoint(delete = "/users", policies("ManagersOnly"))]
async fn delete_users() -> &'static str {
    "deleted"
}

#[endpoint(
    get = "/docs/{id}",
    put = "/docs/{id}",
    scopes_all("docs", "read"),
    on(PUT, roles("Editor"))
)]
async fn docs(id: web::Path<u32>, route: Route) -> String {
    format!("{} {} {} {id}", route.verb(), route.path(), route.endpoint())
}

#[endpoint(get = "/either", require(role("Admin") || permission("see") && !claim("suspended")))]
async fn either() -> &'static str {
    "seen"
}

#[endpoint(get = "/strict", post = "/strict", anonymous(GET))]
async fn strict(_caller: Principal) -> &'static str {
    "known"
}

#[derive(serde::Deserialize)]
struct Employee {
    dept: String,
}

#[endpoint(get = "/badge")]
async fn badge(Claims(employee): Claims<Employee>) -> String {
    employee.dept
}

#[endpoint(post = "/login", anonymous)]
async fn login() -> Result<String, Error> {
    Err(Error::invalid_credentials("The supplied credentials are invalid!"))
}

#[endpoint(get = "/headless", head = "/headless", on(HEAD, roles("Admin")))]
async fn headless() -> impl Responder {
    "head"
}
