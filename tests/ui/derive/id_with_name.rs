use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee {
    #[id("sub")]
    id: String,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id
}

fn main() {}
