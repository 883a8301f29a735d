use actix_web::middleware::NormalizePath;
use actix_web::{App, Responder, web};
use portcullis::{Principal, endpoint};

const COOKIE: &str = "cookie";
const WRITE: &str = "docs:write";

/// Changes a document.
#[endpoint(
    get = "/docs/{id}",
    put = "/docs/{id}",
    delete = r"/docs/{id:\d{1,9}}",
    anonymous(GET),
    roles("Editor", "Admin"),
    roles_all("Staff"),
    permissions("docs:read", WRITE),
    permissions_all("docs:list"),
    scopes("docs.read"),
    scopes_all("docs.write"),
    claims("AdminID", "dept" = "eng", "level" = 3, "floor" = -1),
    claims_all("verified" = true),
    policies("ManagersOnly", "Paid"),
    require(role("Admin") || permission("docs:all") && !claim("suspended", true)),
    on(PUT, permissions("docs:put")),
    on(DELETE, roles("Deleter"), require(scheme("jwt"))),
    schemes("jwt", COOKIE),
    manual,
    accept(dormant, redundant),
    name = "docs.change",
    summary = "Changes a document",
    description = "Or tells it.",
    tags("docs", "editing"),
    wrap = NormalizePath::trim(),
)]
async fn change(caller: Option<Principal>, id: web::Path<u32>) -> impl Responder {
    format!("{} {id}", caller.is_some())
}

#[endpoint(verbs(POST, PATCH, OPTIONS, HEAD), routes("/a", "/b/{tail}*"), anonymous)]
async fn many() -> impl Responder {
    "hello"
}

fn main() {
    let _ = App::new().service(change).service(many);
}
