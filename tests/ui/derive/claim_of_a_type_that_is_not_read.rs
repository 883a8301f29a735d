use portcullis::{FromPrincipal, endpoint};

struct Badge;

#[derive(FromPrincipal)]
struct Employee {
    #[id]
    id: String,
    #[claim("badge")]
    badge: Badge,
}

#[endpoint(get = "/a")]
async fn handler(employee: Employee) -> String {
    employee.id
}

fn main() {}
