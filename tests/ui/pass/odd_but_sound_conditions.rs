use actix_web::Responder;
use portcullis::endpoint;

// Whoever lacks one of the two.
#[endpoint(get = "/a", require(!role("Maker") || !role("Checker")))]
async fn not_both() -> impl Responder {
    "hello"
}

// One of the two, and not both.
#[endpoint(get = "/b", roles("Maker", "Checker"), require(!(role("Maker") && role("Checker"))))]
async fn exactly_one() -> impl Responder {
    "hello"
}

// A claim can have several values.
#[endpoint(get = "/c", require(claim("dept", "eng") && claim("dept", "ops")))]
async fn two_values() -> impl Responder {
    "hello"
}

// What is the empty string is not there.
#[endpoint(get = "/d", require(claim("dept", "") || claim("dept")))]
async fn empty_or_there() -> impl Responder {
    "hello"
}

// There, but not this.
#[endpoint(get = "/e", claims("dept"), require(!claim("dept", "eng") || role("Admin")))]
async fn any_other_value() -> impl Responder {
    "hello"
}

// A role, a permission and a scope of one name are three things.
#[endpoint(get = "/f", roles("read"), permissions("read"), require(!scope("read")))]
async fn one_name_for_three() -> impl Responder {
    "hello"
}

// The list matters to `GET`, though `PUT` demands more.
#[endpoint(get = "/g", put = "/g", roles("Admin", "Editor"), on(PUT, roles("Admin")))]
async fn stricter_on_one_verb() -> impl Responder {
    "hello"
}

// Scopes for one scheme, roles for the other.
#[endpoint(
    get = "/h",
    schemes("jwt", "cookie"),
    require(scheme("jwt") && scope("a") || scheme("cookie") && role("Admin")),
)]
async fn by_scheme() -> impl Responder {
    "hello"
}

fn main() {}
