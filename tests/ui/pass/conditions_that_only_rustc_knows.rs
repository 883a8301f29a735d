use actix_web::Responder;
use portcullis::endpoint;

const ADMIN: &str = "Admin";
const CHIEF: &str = "Admin";
const JWT: &str = "jwt";

// What a constant holds is not known where the attribute is read.
#[endpoint(get = "/a", roles_all(ADMIN, CHIEF))]
async fn equal_constants() -> impl Responder {
    "hello"
}

#[endpoint(get = "/b", schemes(JWT, "cookie"), require(scheme("jwt") || role("Admin")))]
async fn listed_by_constant() -> impl Responder {
    "hello"
}

// Seventeen facts are more than are weighed while compiling.
#[endpoint(
    get = "/c",
    permissions("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q"),
    require(!permission("q")),
)]
async fn too_many() -> impl Responder {
    "hello"
}

fn main() {}
