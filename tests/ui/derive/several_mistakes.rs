use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee {
    #[id("sub")]
    id: String,
    #[claim("desks", defualt)]
    desks: Vec<String>,
    #[scope("docs read")]
    read: bool,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id
}

fn main() {}
