use portcullis::{FromPrincipal, endpoint};

#[derive(FromPrincipal)]
struct Employee<T> {
    #[claim("EmployeeID")]
    id: T,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee<String>) -> String {
    employee.id
}

fn main() {}
