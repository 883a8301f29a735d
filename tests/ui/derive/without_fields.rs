use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee;

#[endpoint(get = "/a")]
async fn handler(_: Employee) -> &'static str {
    "hello"
}

fn main() {}
