use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee {
    #[claim("EmployeeID", default = 7)]
    id: String,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id
}

fn main() {}
