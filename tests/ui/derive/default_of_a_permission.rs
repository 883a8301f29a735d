use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee {
    #[id]
    id: String,
    #[permission("docs:write", default)]
    write: bool,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id
}

fn main() {}
