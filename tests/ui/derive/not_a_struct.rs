use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
enum Employee {
    Clerk,
}

#[endpoint(get = "/a")]
async fn handler(_: Employee) -> &'static str {
    "hello"
}

fn main() {}
