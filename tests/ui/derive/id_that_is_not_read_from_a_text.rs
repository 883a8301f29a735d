use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee {
    #[id]
    id: Vec<String>,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id.join(" ")
}

fn main() {}
